import type { Plan } from '../../../../shared/model/plan.ts';
import { sentence } from '../../../../shared/text/sentence.ts';
import { type Detected, detect } from '../../detectors/detect.ts';
import type { WorkloadPart } from '../../detectors/support/part.ts';
import { shownSentence } from '../../detectors/support/plain-text.ts';
import { listenersOf, type ProcessTree } from '../../detectors/support/process-tree.ts';
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
    const what = systemServiceOf(tree, listenersOf(server, tree));
    const detected = what === undefined ? detect(server, tree) : undefined;
    if (what !== undefined) skipped.push({ name: labelled(tree), reason: sentence`The system's own: ${what}.` });
    if (!detected) continue;
    const lost = lostProgramOf(server, tree);
    if (lost !== undefined) {
      skipped.push({ name: labelled(tree), reason: lost });
      continue;
    }
    const part = detected.detector.plan(server, tree, detected.finding);
    const name = labelOf(part.name.replace(/@0$/, ''), taken);
    taken.add(name);
    if (options.workloads && !options.workloads.includes(name)) {
      skipped.push({ name, reason: sentence`Not chosen.`, migratable: true });
    } else chosen.push({ name, tree, detected, part });
  }
  return { chosen, skipped };
}

/** What a tree is called that becomes no workload. */
export function labelled(tree: ProcessTree): string {
  return labelOf(tree.unit?.name.replace(/\.service$/, '') ?? tree.root.comm, new Set());
}

/** Nothing can be packed of a program that only the running process still has. */
function lostProgramOf(server: Server, { root }: ProcessTree): string | undefined {
  if (!root.exeDeleted || root.exe === undefined || server.lookAt(root.exe) !== undefined) return undefined;
  if (!server.isAnswered({ kind: 'file', path: root.exe })) return undefined;
  return shownSentence(
    sentence`Its program ${root.exe} was deleted while it runs and will not start again here either: copy it back from /proc/PID/exe first.`,
  );
}
