import type { Facts, Process } from '../../../../../shared/model/facts.ts';
import type { Workload } from '../../../../../shared/model/plan.ts';
import { isSupervisor } from '../../../plan/group/roles.ts';
import { sameProgram } from './program.ts';

/** A workload's processes on the server. */
export interface ServerProcesses {
  main: Process;
  /** Of the whole tree, the main one included. */
  all: Process[];
}

/**
 * Finds a workload's processes among the facts. The plan names none (their ids change), so they are found by what the
 * plan does say: who listens on its ports, or else who runs its command.
 */
export function serverProcesses(workload: Workload, facts: Facts): ServerProcesses | undefined {
  const byPid = new Map(facts.processes.map((process) => [process.pid, process]));
  const found = listenersOf(workload, facts, byPid)[0] ?? runnersOf(workload, facts)[0];
  if (found === undefined) return undefined;
  const main = climb(found, byPid);
  return { main, all: treeOf(main, facts.processes) };
}

function listenersOf(workload: Workload, facts: Facts, byPid: ReadonlyMap<number, Process>): Process[] {
  const ports = new Set(workload.ports.map((port) => `${port.protocol}:${port.container}`));
  const pids = facts.listeners.filter((one) => ports.has(`${one.protocol}:${one.port}`)).flatMap((one) => one.pids);
  // Process 1 holds the sockets that it opens for others.
  return pids.sort((left, right) => left - right).flatMap((pid) => (pid === 1 ? [] : (byPid.get(pid) ?? [])));
}

/** The program and, under an interpreter, the script: `python3 /opt/portal/app.py`. */
function runnersOf(workload: Workload, facts: Facts): Process[] {
  const [program = '', ...rest] = workload.command;
  const script = rest.find((word) => word.startsWith('/'));
  const running = facts.processes.filter((process) => !process.kernel && process.container === undefined);
  const same = running.filter((one) => [one.exe, one.argv[0]].some((path) => path && sameProgram(path, program)));
  const withScript = same.filter((one) => script !== undefined && one.argv.includes(script));
  const candidates = withScript.length > 0 ? withScript : same;
  return candidates.sort((left, right) => left.startTime - right.startTime || left.pid - right.pid);
}

/** From a worker up to its master: the topmost ancestor that runs the same program. */
function climb(process: Process, byPid: ReadonlyMap<number, Process>): Process {
  const parent = byPid.get(process.ppid);
  if (parent === undefined || parent.pid === 1 || parent.exe === undefined || parent.exe !== process.exe)
    return process;
  // A supervisor may be written in the same language as what it starts.
  if (isSupervisor(parent)) return process;
  return climb(parent, byPid);
}

function treeOf(root: Process, processes: readonly Process[]): Process[] {
  const below = processes.filter((process) => process.ppid === root.pid && process.pid !== root.pid);
  return [root, ...below.flatMap((process) => treeOf(process, processes))];
}
