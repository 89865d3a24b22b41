import type { DoctorCheck } from '../../../../shared/model/doctor.ts';
import type { HostData } from './gather.ts';

/** Limits that the kernel of the host does not enforce, although a container asks for them. */
export function limits({ info }: HostData): DoctorCheck {
  const missing = [
    ...(info.MemoryLimit ? [] : ['memory']),
    ...(info.SwapLimit ? [] : ['swap']),
    ...(info.CpuCfsQuota ? [] : ['CPU']),
    ...(info.PidsLimit === false ? ['processes'] : []),
  ];
  const strong = missing.some((one) => one !== 'swap');
  return {
    id: 'limits',
    title: 'Limits that can be enforced',
    level: strong ? 'warning' : missing.length > 0 ? 'note' : 'ok',
    found: missing.length === 0 ? 'memory, swap, CPU, processes' : `not: ${missing.join(', ')}`,
    advice:
      missing.length === 0
        ? ''
        : 'Boot the kernel with cgroup_enable=memory swapaccount=1, or use control groups version 2.',
  };
}
