import type { Process } from '../../../../shared/model/facts.ts';
import { sentence } from '../../../../shared/text/sentence.ts';
import { compareText } from '../../detectors/support/lists.ts';
import type { ProcessTree } from '../../detectors/support/process-tree.ts';
import type { Server } from '../../detectors/support/server.ts';
import {
  isCommandShell,
  isInteractiveShell,
  isRemoteLogin,
  isServiceManager,
  isSessionKeeper,
  isSupervisor,
  programOf,
  servicePart,
} from './roles.ts';
import { isTransient } from './transient.ts';

export interface Grouped {
  trees: ProcessTree[];
  /** Kinds of process that were left out, said once each. */
  leftOut: { name: string; reason: string }[];
}

/**
 * Processes to services: a process belongs with its parent unless the parent is a supervisor (init, cron, supervisord,
 * a shell that a person uses …), and with all others of its systemd service. What a person's login started, what runs
 * in a container already, and kernel threads are no services of the server.
 */
export function groupProcesses(server: Server): Grouped {
  const ours = server.facts.processes.filter((process) => isCandidate(server, process));
  const groups = new Map<string, Process[]>();
  for (const process of ours) {
    const unit = servicePart(process);
    const key = unit === undefined ? `tree ${leaderOf(server, process).pid}` : `unit ${unit}`;
    groups.set(key, [...(groups.get(key) ?? []), process]);
  }
  const trees = [...groups.values()].map((members) => treeOf(server, members));
  return { trees: trees.sort((a, b) => compareText(stableKey(a), stableKey(b))), leftOut: leftOut(server) };
}

function isCandidate(server: Server, process: Process): boolean {
  if (process.kernel || process.pid === 1 || process.container !== undefined) return false;
  if (process.exe === undefined && process.argv.length === 0) return false;
  if (servicePart(process) === undefined && belongsToLogin(server, process)) return false;
  if (isSupervisor(process) && servicePart(process) === undefined) return false;
  if (isSessionKeeper(process) || isPassedThrough(server, process)) return false;
  return !isTransient(server, process);
}

/** Whether a login (or the scan itself) started it and it serves nobody: nothing listens. */
function belongsToLogin(server: Server, process: Process): boolean {
  const listens = server.facts.listeners.some(
    (listener) => listener.protocol === 'tcp' && listener.pids.includes(process.pid),
  );
  if (isRemoteLogin(process) || (isInteractiveShell(process) && !listens)) return true;
  return !listens && ancestorsOf(server, process).some(isRemoteLogin);
}

/** A shell between a supervisor and the one program that it waits for: the program stands for itself. */
function isPassedThrough(server: Server, process: Process): boolean {
  const parent = server.process(process.ppid);
  const isStarted = parent !== undefined && isSupervisor(parent) && servicePart(process) === undefined;
  return isStarted && isCommandShell(process) && server.children(process.pid).length === 1;
}

/** The topmost process that belongs with this one. */
function leaderOf(server: Server, process: Process): Process {
  let leader = process;
  for (const parent of ancestorsOf(server, process)) {
    const apart =
      isSupervisor(parent) || isRemoteLogin(parent) || isInteractiveShell(parent) || isPassedThrough(server, parent);
    if (apart || parent.kernel || servicePart(parent) !== servicePart(process)) break;
    leader = parent;
  }
  return leader;
}

/** From the parent up; stops at a loop, which only a torn scan can show. */
function ancestorsOf(server: Server, process: Process): Process[] {
  const found: Process[] = [];
  let current = server.process(process.ppid);
  while (current && current.pid !== process.pid && !found.includes(current)) {
    found.push(current);
    current = server.process(current.ppid);
  }
  return found;
}

function treeOf(server: Server, members: Process[]): ProcessTree {
  const sortedMembers = [...members].sort((a, b) => a.pid - b.pid);
  const pids = new Set(members.map((member) => member.pid));
  const unitName = sortedMembers.map(servicePart).find((name) => name !== undefined);
  const unit = unitName === undefined ? undefined : server.unit(unitName);
  const main = sortedMembers.find((member) => member.pid === unit?.mainPid);
  const tops = sortedMembers.filter((member) => !pids.has(member.ppid));
  const root = main ?? tops.reduce<Process | undefined>(older, undefined) ?? sortedMembers[0];
  if (!root) throw new RangeError('A process tree has at least one member.');
  return { root, members: sortedMembers, unit };
}

function older(a: Process | undefined, b: Process): Process {
  return a === undefined || b.startTime < a.startTime ? b : a;
}

/** The same for two scans of one server: nothing in it but what the service is. */
export function stableKey(tree: ProcessTree): string {
  const { root, unit } = tree;
  return [unit?.name ?? '~', root.exe ?? '', ...root.argv, root.cwd ?? '', root.user].join('\0');
}

function leftOut(server: Server): Grouped['leftOut'] {
  const { processes } = server.facts;
  const found: Grouped['leftOut'] = [];
  if (processes.some((process) => process.container !== undefined)) {
    found.push({
      name: sentence`containers`,
      reason: sentence`What runs in a container on the server is packed already.`,
    });
  }
  for (const name of new Set(processes.filter(isServiceManager).map(programOf))) {
    found.push({ name, reason: sentence`It starts services or jobs; each of them stands for itself.` });
  }
  if (processes.some(isRemoteLogin)) {
    found.push({
      name: 'logins',
      reason: sentence`Remote login and what people have running in it, this scan included.`,
    });
  }
  return found;
}
