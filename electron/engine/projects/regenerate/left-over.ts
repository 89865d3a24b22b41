import type { Plan } from '../../../../shared/model/plan.ts';
import { PLAN_FILE } from '../../bundle/layout.ts';
import { isFetched, isRecord, workloadOf } from './kinds.ts';

/**
 * Whether a file that was generated once, and is not now, is left over. What came from the server stays until the next
 * run; but of a workload that the plan leaves out nothing does.
 */
export function isLeftOver(path: string, plan: Plan): boolean {
  const workload = workloadOf(path);
  if (workload !== undefined && !plan.workloads.some(({ name }) => name === workload)) return true;
  return path !== PLAN_FILE && !isFetched(path) && !isRecord(path);
}
