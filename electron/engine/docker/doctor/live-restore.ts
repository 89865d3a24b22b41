import type { DoctorCheck } from '../../../../shared/model/doctor.ts';
import { sentence } from '../../../../shared/text/sentence.ts';
import type { HostData } from './gather.ts';

/** R8: without live-restore, an update of the engine stops every container. Swarm mode does not allow it. */
export function liveRestore({ info }: HostData): DoctorCheck {
  const check = { id: 'live-restore', title: sentence`Containers survive a restart of the engine` };
  if (info.LiveRestoreEnabled) return { ...check, level: 'ok', found: sentence`live-restore is on`, advice: '' };
  const swarm = info.Swarm?.LocalNodeState === 'active';
  return {
    ...check,
    level: swarm ? 'ok' : 'note',
    found: swarm ? sentence`live-restore is off, as Swarm mode needs it` : sentence`live-restore is off`,
    advice: swarm ? '' : sentence`Set "live-restore": true in daemon.json and reload the engine.`,
  };
}
