import type { Plan, Workload } from '../../../../shared/model/plan.ts';
import { emptyPlan } from '../../../../shared/testing/empty-plan.ts';

/** A plan whose only pod has these members, which share `/run/pod`. */
export function planOf(workloads: Workload[]): Plan {
  const members = workloads.map(({ name }) => name);
  const sharedDirectories = [{ path: '/run/pod', reason: '' }];
  return emptyPlan(workloads, { pods: [{ name: 'pod', workloads: members, sharedDirectories, reason: '' }] });
}
