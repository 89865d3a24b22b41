import type { DoctorCheck } from '../../../../shared/model/doctor.ts';
import { sentence } from '../../../../shared/text/sentence.ts';
import type { HostData } from './gather.ts';
import { isOlder } from './version.ts';

/** 1.10 changed image ids to content addresses; 20.10 is the oldest engine that Slipway builds with. */
export function engineVersion({ info }: HostData): DoctorCheck {
  const check = {
    id: 'engine-version',
    title: sentence`Engine version`,
    found: info.ServerVersion || sentence`unknown`,
  };
  if (isOlder(info.ServerVersion, '1.10')) {
    return {
      ...check,
      level: 'error',
      advice: sentence`Images from before 1.10 are migrated to content addresses at the first start of a newer engine, which takes time and disk: run the v1.10-migrator first, then update step by step.`,
    };
  }
  if (isOlder(info.ServerVersion, '20.10')) {
    return {
      ...check,
      level: 'error',
      advice: sentence`Update the engine to 20.10 or newer: Slipway does not build with older ones.`,
    };
  }
  if (isOlder(info.ServerVersion, '23')) {
    return {
      ...check,
      level: 'note',
      advice: sentence`20.10 gets no fixes from upstream any more, only from distributions.`,
    };
  }
  return { ...check, level: 'ok', advice: '' };
}
