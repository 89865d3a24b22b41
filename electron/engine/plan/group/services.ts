import type { Facts } from '../../../../shared/model/facts.ts';
import type { Plan } from '../../../../shared/model/plan.ts';
import type { Service } from '../../../../shared/model/service.ts';
import type { ProcessTree } from '../../detectors/support/process-tree.ts';
import { openFacts } from '../../detectors/support/server.ts';
import { chooseTrees, labelled } from './choose-trees.ts';
import { groupProcesses } from './group-processes.ts';

/** The server's process trees, each with the workload of the plan that it becomes, or with why it becomes none. */
export function servicesOf(facts: Facts, plan: Pick<Plan, 'workloads' | 'skipped'>): Service[] {
  const server = openFacts(facts);
  const names = new Map(chooseTrees(server, {}).chosen.map(({ name, tree }) => [tree.root.pid, name]));
  const planned = new Set(plan.workloads.map((workload) => workload.name));
  const reasons = new Map(plan.skipped.map(({ name, reason }) => [name, reason]));
  return groupProcesses(server).trees.map((tree) => {
    const name = names.get(tree.root.pid) ?? labelled(tree);
    return { name, ...membersOf(tree), ...(planned.has(name) ? { workload: name } : reasonOf(reasons.get(name))) };
  });
}

function membersOf(tree: ProcessTree): Pick<Service, 'unit' | 'rootPid' | 'pids'> {
  const pids = tree.members.map((member) => member.pid);
  return { rootPid: tree.root.pid, pids, ...(tree.unit && { unit: tree.unit.name }) };
}

function reasonOf(reason: string | undefined): Pick<Service, 'reason'> {
  return reason === undefined ? {} : { reason };
}
