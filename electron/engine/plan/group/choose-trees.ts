import type { Plan } from '../../../../shared/model/plan.ts';
import { type Detected, detect } from '../../detectors/detect.ts';
import type { WorkloadPart } from '../../detectors/support/part.ts';
import type { ProcessTree } from '../../detectors/support/process-tree.ts';
import type { Server } from '../../detectors/support/server.ts';
import type { PlanOptions } from '../options.ts';
import { labelOf } from '../workload/name.ts';
import { groupProcesses } from './group-processes.ts';
import { systemServiceOf } from './system-services.ts';

/** A process tree that becomes a workload. */
export interface Chosen {
  name: string;
  tree: ProcessTree;
  detected: Detected;
  part: WorkloadPart;
}

/** The server's process trees: those that become workloads, named, and the others with the reason why not. */
export function chooseTrees(
  server: Server,
  options: Pick<PlanOptions, 'workloads'>,
): { chosen: Chosen[]; skipped: Plan['skipped'] } {
  const { trees, leftOut } = groupProcesses(server);
  const skipped: Plan['skipped'] = [...leftOut];
  const chosen: Chosen[] = [];
  const taken = new Set<string>();
  for (const tree of trees) {
    const what = systemServiceOf(tree);
    const detected = what === undefined ? detect(server, tree) : undefined;
    if (what !== undefined) skipped.push({ name: labelled(tree), reason: `The system's own: ${what}.` });
    if (!detected) continue;
    const part = detected.detector.plan(server, tree, detected.finding);
    const name = labelOf(part.name, taken);
    taken.add(name);
    if (options.workloads && !options.workloads.includes(name)) skipped.push({ name, reason: 'Not chosen.' });
    else chosen.push({ name, tree, detected, part });
  }
  return { chosen, skipped };
}

function labelled(tree: ProcessTree): string {
  return labelOf(tree.unit?.name.replace(/\.service$/, '') ?? tree.root.comm, new Set());
}
