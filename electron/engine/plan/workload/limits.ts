import type { Facts } from '../../../../shared/model/facts.ts';
import type { Workload } from '../../../../shared/model/plan.ts';
import { sentence } from '../../../../shared/text/sentence.ts';
import type { ProcessTree } from '../../detectors/support/process-tree.ts';

const MiB = 1024 * 1024;
/** Seconds: what a young process used says little about what it uses. */
const shortestAge = 3600;

/**
 * Limits with room above what was measured. They go in steps of four, so that two scans of one server agree although
 * no two measurements do.
 */
export function limitsOf(facts: Facts, tree: ProcessTree): Workload['limits'] {
  const memory = sum(tree.members.map((member) => member.rssBytes)) * 2;
  const threads = sum(tree.members.map((member) => member.threads)) * 2;
  const openFiles = raisedOpenFiles(tree);
  return {
    memoryBytes: stepAbove(memory / MiB, 128) * MiB,
    cpus: Math.min(stepAbove(busyCpus(facts, tree) * 4, 1), Math.max(1, facts.os.cpus)),
    pids: stepAbove(threads, 512),
    ...(openFiles !== undefined && { openFiles }),
    reason: sentence`Twice the memory and threads and four times the CPU measured on the server, rounded up in steps of four.`,
  };
}

/** Average use since the processes started. */
function busyCpus(facts: Facts, tree: ProcessTree): number {
  const now = Date.parse(facts.takenAt) / 1000;
  return sum(tree.members.map((member) => member.cpuSeconds / Math.max(shortestAge, now - member.startTime)));
}

/** `smallest` times a power of four. */
export function stepAbove(value: number, smallest: number): number {
  let step = smallest;
  while (step < value) step *= 4;
  return step;
}

/** The soft limit of open files, where it was raised over the usual 1024. */
function raisedOpenFiles(tree: ProcessTree): number | undefined {
  const soft = Number(tree.root.limits['Max open files']?.soft);
  return soft > 1024 && soft < 1_048_576 ? soft : undefined;
}

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
