import { SlipwayError } from '../../../../shared/errors.ts';
import type { Plan, Pod, Workload } from '../../../../shared/model/plan.ts';
import { sentence } from '../../../../shared/text/sentence.ts';

/** The workloads of these names; all where none is named. Rejects with `usage` for one that the plan does not have. */
export function chosenWorkloads(plan: Plan, names: readonly string[] | undefined): Workload[] {
  if (names === undefined) return plan.workloads;
  const unknown = names.filter((name) => !plan.workloads.some((workload) => workload.name === name));
  if (unknown.length > 0) {
    throw new SlipwayError('usage', sentence`The plan has no workload named ${unknown.join(', ').slice(0, 200)}.`, {
      hint: sentence`It has ${plan.workloads.map(({ name }) => name).join(', ') || sentence`none`}.`,
    });
  }
  return plan.workloads.filter(({ name }) => names.includes(name));
}

/** The pods of the workloads that are to be run: what belongs together runs together. */
export function chosenPods(plan: Plan, names: readonly string[] | undefined): Pod[] {
  const chosen = new Set(chosenWorkloads(plan, names).map(({ name }) => name));
  return plan.pods.filter((pod) => names === undefined || pod.workloads.some((name) => chosen.has(name)));
}
