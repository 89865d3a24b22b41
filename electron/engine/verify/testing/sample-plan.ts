import type { Plan, Workload } from '../../../../shared/model/plan.ts';
import { emptyPlan } from '../../../../shared/testing/empty-plan.ts';
import { samplePod } from './sample-workload.ts';

/** A plan of these workloads, each in a pod of its own. */
export function samplePlan(...workloads: Workload[]): Plan {
  return emptyPlan(workloads, { pods: workloads.map((workload) => samplePod(workload.name)) });
}
