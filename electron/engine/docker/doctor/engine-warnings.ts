import type { DoctorCheck } from '../../../../shared/model/doctor.ts';
import { sentence } from '../../../../shared/text/sentence.ts';
import { oneLine } from '../api/docker-errors.ts';
import type { HostData } from './gather.ts';

/** What the engine itself complains about, among it a TCP port that is open without TLS. */
export function engineWarnings({ info }: HostData): DoctorCheck {
  const warnings = info.Warnings.map((warning) => oneLine(warning).replace(/^WARNING: /, ''));
  const open = warnings.some((warning) => /without encryption|API is accessible/i.test(warning));
  return {
    id: 'engine-warnings',
    title: sentence`The engine's own warnings`,
    level: open ? 'error' : warnings.length > 0 ? 'warning' : 'ok',
    found: warnings.join('; ') || sentence`none`,
    advice: open
      ? sentence`Whoever reaches that port is root on the host: use TLS with client certificates, or SSH.`
      : '',
  };
}
