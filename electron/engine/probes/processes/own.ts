import type { Process } from '../../../../shared/model/facts.ts';

/** What may stand between a login and the scan's shell. */
const carriers = new Set(['sh', 'bash', 'dash', 'ash', 'busybox', 'sudo', 'nice', 'ionice', 'timeout']);

/**
 * The processes without those that carry the scan: the shells, sudo and timeout between a login and the scan's own shell,
 * whose parent is given. The scan's own processes are not in the list: it was made before there were any.
 */
export function withoutScan(processes: readonly Process[], parent: number): Process[] {
  const byPid = new Map(processes.map((process) => [process.pid, process]));
  const own = new Set<number>();
  for (let process = byPid.get(parent); process !== undefined; process = byPid.get(process.ppid)) {
    if (process.pid === 1 || own.has(process.pid) || !carriers.has(process.comm)) break;
    own.add(process.pid);
  }
  return processes.filter((process) => !own.has(process.pid));
}
