import { SlipwayError } from '../../../../shared/errors.ts';
import type { Plan } from '../../../../shared/model/plan.ts';
import { sentence } from '../../../../shared/text/sentence.ts';
import { requireWorkloadName } from '../../generate/plan-checks.ts';

/** What the schema cannot say: names are unique, and pods are made of the plan's workloads, each in one at most. */
export function checkPlan({ workloads, pods }: Plan): void {
  const names = workloads.map(({ name }) => requireWorkloadName(name));
  const members = pods.flatMap((pod) => pod.workloads);
  refuse(duplicateOf(names), (name) => sentence`Two workloads are called "${name}".`);
  refuse(
    duplicateOf(pods.map(({ name }) => requireWorkloadName(name))),
    (name) => sentence`Two pods are called "${name}".`,
  );
  refuse(duplicateOf(members), (name) => sentence`The workload "${name}" is in two pods.`);
  refuse(
    members.find((name) => !names.includes(name)),
    (name) => sentence`A pod names the workload "${name.slice(0, 60)}", which the plan does not have.`,
  );
}

function duplicateOf(names: string[]): string | undefined {
  return names.find((name, index) => names.indexOf(name) !== index);
}

function refuse(name: string | undefined, say: (name: string) => string): void {
  if (name === undefined) return;
  throw new SlipwayError('bundle.invalid', say(name), {
    hint: sentence`Correct the workloads and pods of slipway.yaml.`,
  });
}
