import type { DoctorCheck } from '../../../../shared/model/doctor.ts';
import { sentence } from '../../../../shared/text/sentence.ts';
import type { HostData } from './gather.ts';

/** Limits that the kernel of the host does not enforce, although a container asks for them. */
export function limits({ info }: HostData): DoctorCheck {
  const missing = [
    ...(info.MemoryLimit ? [] : [sentence`memory`]),
    ...(info.SwapLimit ? [] : [sentence`swap`]),
    ...(info.CpuCfsQuota ? [] : [sentence`CPU`]),
    ...(info.PidsLimit === false ? [sentence`processes`] : []),
  ];
  const strong = missing.some((one) => one !== 'swap');
  return {
    id: 'limits',
    title: sentence`Limits that can be enforced`,
    level: strong ? 'warning' : missing.length > 0 ? 'note' : 'ok',
    found: missing.length === 0 ? sentence`memory, swap, CPU, processes` : sentence`not: ${missing.join(', ')}`,
    advice:
      missing.length === 0
        ? ''
        : sentence`Boot the kernel with cgroup_enable=memory swapaccount=1, or use control groups version 2.`,
  };
}
