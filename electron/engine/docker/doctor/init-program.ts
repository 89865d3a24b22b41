import type { DoctorCheck } from '../../../../shared/model/doctor.ts';
import { sentence } from '../../../../shared/text/sentence.ts';
import { hasInit } from '../info.ts';
import type { HostData } from './gather.ts';

/** R10: a small init as PID 1 passes signals on and reaps children that a service leaves behind. */
export function initProgram({ info }: HostData): DoctorCheck {
  const there = hasInit(info);
  return {
    id: 'init',
    title: sentence`Init for containers`,
    level: there ? 'ok' : 'warning',
    found: there ? info.InitBinary : sentence`docker-init is missing`,
    advice: there
      ? ''
      : sentence`Install it (Debian: tini and docker.io), or services that leave zombies will gather them.`,
  };
}
