import type { DoctorCheck } from '../../../../shared/model/doctor.ts';
import { sentence } from '../../../../shared/text/sentence.ts';
import type { HostData } from './gather.ts';

/** Runtimes read their own limits from the cgroup file system, old ones only from version 1. */
export function cgroupVersion({ info }: HostData): DoctorCheck {
  const found = sentence`version ${info.CgroupVersion}, driver ${info.CgroupDriver || sentence`unknown`}`;
  if (info.CgroupVersion === '2') {
    return {
      id: 'cgroup',
      title: sentence`Control groups`,
      level: 'ok',
      found,
      advice: sentence`Java before 8u372 and 11.0.16, and Node before 12.17, do not see their memory limit here.`,
    };
  }
  return {
    id: 'cgroup',
    title: sentence`Control groups`,
    level: 'note',
    found,
    advice: sentence`Version 1 is on its way out (systemd 258, Kubernetes 1.35 refuse it); version 2 is the default of newer releases.`,
  };
}
