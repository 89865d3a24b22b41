import type { AspectResult, ProcessPair } from './aspect.ts';

/**
 * The main process must run as the same user, and no process as one that the server's did not run as. A user of the
 * server that is not seen may belong to workers that start on demand.
 */
export function compareUsers({ server, container, main }: ProcessPair): AspectResult {
  const known = distinct(server.all.map((process) => process.uid));
  const own = distinct(
    container.processes.filter((one) => isBelow(one.pid, main.pid, container.processes)).map((one) => one.uid),
  );
  const shown = { server: describe(server.main.uid, known), container: describe(main.uid, own) };
  const strangers = own.filter((uid) => !known.includes(uid));
  if (main.uid !== server.main.uid || strangers.length > 0) {
    return { ...shown, outcome: 'different', detail: `${shown.server} became ${shown.container}.` };
  }
  const absent = known.filter((uid) => !own.includes(uid));
  const detail = absent.length === 0 ? '' : `Not seen in the container yet: processes of user ${absent.join(', ')}.`;
  return { ...shown, outcome: 'same', detail };
}

function describe(main: number, all: readonly number[]): string {
  const others = all.filter((uid) => uid !== main);
  return others.length === 0 ? `${main}` : `${main}, workers ${others.join(', ')}`;
}

function distinct(ids: readonly number[]): number[] {
  return [...new Set(ids)].sort((left, right) => left - right);
}

function isBelow(pid: number, root: number, processes: readonly { pid: number; ppid: number }[]): boolean {
  if (pid === root) return true;
  const parent = processes.find((process) => process.pid === pid)?.ppid;
  return parent !== undefined && parent !== pid && parent !== 0 && isBelow(parent, root, processes);
}
