import { sentence } from '../../../../../shared/text/sentence.ts';
import type { AspectResult, ProcessPair } from './aspect.ts';

/**
 * The main process must run as the same user, and no process as one that the server's did not run as. Workers may start
 * on demand (Dovecot's for a login): a user of the server may not be seen in the container, and where root hands over to
 * the service's own accounts, those of the container may not have been seen on the server.
 */
export function compareUsers({ server, container, main, workload }: ProcessPair): AspectResult {
  const known = distinct(server.all.map((process) => process.uid));
  const own = distinct(
    container.processes.filter((one) => isBelow(one.pid, main.pid, container.processes)).map((one) => one.uid),
  );
  const shown = { server: describe(server.main.uid, known), container: describe(main.uid, own) };
  const unseen = own.filter((uid) => !known.includes(uid));
  const accounts = main.uid === 0 ? workload.identities.users.map(({ uid }) => uid) : [];
  const strangers = unseen.filter((uid) => !accounts.includes(uid));
  if (main.uid !== server.main.uid || strangers.length > 0) {
    return { ...shown, outcome: 'different', detail: sentence`${shown.server} became ${shown.container}.` };
  }
  const absent = known.filter((uid) => !own.includes(uid));
  const details = [
    absent.length === 0 ? '' : sentence`Not seen in the container yet: processes of user ${absent.join(', ')}.`,
    unseen.length === 0
      ? ''
      : sentence`Not seen on the server: processes of user ${unseen.join(', ')}, an account of this service.`,
  ];
  return { ...shown, outcome: 'same', detail: details.filter((detail) => detail !== '').join('\n') };
}

function describe(main: number, all: readonly number[]): string {
  const others = all.filter((uid) => uid !== main);
  return others.length === 0 ? `${main}` : sentence`${main}, workers ${others.join(', ')}`;
}

function distinct(ids: readonly number[]): number[] {
  return [...new Set(ids)].sort((left, right) => left - right);
}

function isBelow(pid: number, root: number, processes: readonly { pid: number; ppid: number }[]): boolean {
  if (pid === root) return true;
  const parent = processes.find((process) => process.pid === pid)?.ppid;
  return parent !== undefined && parent !== pid && parent !== 0 && isBelow(parent, root, processes);
}
