import type { DoctorCheck } from '../../../../shared/model/doctor.ts';
import { sentence } from '../../../../shared/text/sentence.ts';
import type { HostData } from './gather.ts';
import { isOlder } from './version.ts';

/** Containers need the user, network and pid namespaces as they are since 3.8; overlay without corruption since 4.0. */
export function kernel({ info }: HostData): DoctorCheck {
  const check = { id: 'kernel', title: sentence`Kernel`, found: info.KernelVersion || sentence`unknown` };
  if (isOlder(info.KernelVersion, '3.8')) {
    return {
      ...check,
      level: 'error',
      advice: sentence`Older than 3.8: containers cannot run on it. Update the kernel.`,
    };
  }
  if (isOlder(info.KernelVersion, '4.0')) {
    return {
      ...check,
      level: 'warning',
      advice: sentence`Older than 4.0: overlay2 needs a newer kernel, outside of patched RHEL ones.`,
    };
  }
  return { ...check, level: 'ok', advice: '' };
}
