import { SlipwayError } from '../../../shared/errors.ts';
import { type Plan, type Workload, workloadSchema } from '../../../shared/model/plan.ts';
import { sentence } from '../../../shared/text/sentence.ts';
import { type Regenerated, regenerate } from './regenerate/regenerate.ts';
import { isSame, type RepairName, readSnapshot, refuse, withoutRepair } from './run/repairs.ts';
import { revertChange } from './run/revert-change.ts';
import { requireIdle } from './store/busy.ts';
import { requirePlan } from './store/content.ts';
import { withProject } from './store/with-project.ts';

/** Takes a repair back, keeping all that was changed since, and remembers that it is not wanted. */
export async function undoRepair({ directory, ...name }: RepairName & { directory: string }): Promise<Regenerated> {
  requireIdle(directory);
  return withProject(directory, async (root) => {
    const plan = await requirePlan(root);
    const workload = plan.workloads.find((one) => one.name === name.workload && hasRepair(one, name));
    if (workload === undefined) throw unknown(name, sentence`The plan does not have this repair.`);
    const snapshot = await readSnapshot(root, name);
    if (snapshot === undefined) throw unknown(name, sentence`What this repair changed is not known here.`);
    const { before, after } = snapshot;
    const reverted = revertChange(workload, withoutRepair(before, name), withoutRepair(after, name));
    const undone = withoutRepair(workloadSchema.parse(reverted), name);
    return regenerate(root, replace(plan, undone), (transaction) => refuse(root, name, transaction));
  });
}

function hasRepair(workload: Workload, name: RepairName): boolean {
  return workload.repairs.some(({ rule, change }) => isSame(name, { workload: workload.name, rule, change }));
}

function replace(plan: Plan, workload: Workload): Plan {
  return { ...plan, workloads: plan.workloads.map((one) => (one.name === workload.name ? workload : one)) };
}

function unknown({ workload }: RepairName, message: string): SlipwayError {
  return new SlipwayError('usage', message, { hint: sentence`Change the workload ${workload} in the plan by hand.` });
}
