import type { DoctorCheck } from '../../../../shared/model/doctor.ts';
import { plural } from '../../../../shared/text/plural.ts';
import { sentence } from '../../../../shared/text/sentence.ts';
import { goArchitecture, machineArchitecture } from '../images/architecture.ts';
import type { EngineInfo } from '../info.ts';
import type { HostData } from './gather.ts';

/** A server's programs run only on a Docker host of the same architecture. */
export function architecture({ info }: HostData): DoctorCheck {
  const name = machineArchitecture(goArchitecture(info.Architecture));
  const common = name === 'x86_64' || name === 'aarch64';
  return {
    id: 'architecture',
    title: sentence`Architecture`,
    level: common ? 'ok' : 'note',
    found: machine(name || sentence`unknown`, info),
    advice: common
      ? ''
      : sentence`Only servers that are ${name} themselves can be moved here, and few base images are made for it.`,
  };
}

function machine(name: string, { NCPU, OperatingSystem }: EngineInfo): string {
  return plural(NCPU, {
    one: sentence`${name}, ${NCPU} CPU, ${OperatingSystem}`,
    other: sentence`${name}, ${NCPU} CPUs, ${OperatingSystem}`,
  });
}
