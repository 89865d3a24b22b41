import type { Workload } from '../../../../shared/model/plan.ts';
import { sentence } from '../../../../shared/text/sentence.ts';
import { dirname } from '../../detectors/support/paths.ts';
import { canonicalRun } from '../../detectors/support/pid-file.ts';
import { isPlainText } from '../../detectors/support/plain-text.ts';
import type { ProcessTree } from '../../detectors/support/process-tree.ts';
import type { Server } from '../../detectors/support/server.ts';
import { isWaiting } from '../group/waiting-services.ts';

type Directory = Workload['directories'][number];
type Handed = NonNullable<Workload['sockets']>;

/** What opens the sockets in the container; part of every Debian and Ubuntu image. */
export const opener = '/usr/bin/perl';

/** The sockets that systemd hands to a service, or undefined for one that listens by itself. */
export function socketsOf(server: Server, tree: ProcessTree): Handed | undefined {
  const units = (server.facts.socketUnits ?? []).filter(({ service }) => service === tree.unit?.name);
  const [first] = units;
  if (first === undefined || tree.unit?.type === 'forking' || !isHanded(tree)) return undefined;
  const listen = units.flatMap((unit) =>
    unit.listen.map(({ type, address }) => ({ kind: kindOf(type, address), address, name: unit.descriptorName })),
  );
  const isUsable = listen.every(({ kind, address, name }) => isPlainText(name) && isAddress(kind, address));
  if (!isUsable) return undefined;
  const perCall = first.perCall;
  const names = units.map(({ name }) => name).join(', ');
  const reason = perCall
    ? sentence`systemd runs it for each call (${names}).`
    : sentence`systemd opens its sockets for it (${names}).`;
  return { perCall, listen, reason };
}

/**
 * Directories in which systemd makes sockets as root. In the container the service's own account does it, and its group
 * alone would shut out who calls it.
 */
export function socketDirectories(server: Server, { root }: ProcessTree, handed: Handed | undefined): Directory[] {
  const paths = (handed?.listen ?? []).flatMap(({ kind, address }) =>
    kind.startsWith('unix') ? [dirname(address)] : [],
  );
  return paths
    .map(canonicalRun)
    .filter((path) => root.uid !== 0 && server.lookAt(path)?.uid !== root.uid)
    .map((path) => ({
      path,
      mode: 0o1777,
      uid: 0,
      gid: 0,
      reason: sentence`A socket is made there, on the server by root.`,
    }));
}

/** A service that runs and was handed none listens by itself; one that only waits will be handed them. */
function isHanded({ root }: ProcessTree): boolean {
  return isWaiting(root) || root.environment.some(({ name }) => name === 'LISTEN_FDS');
}

function kindOf(type: 'stream' | 'datagram', address: string): Handed['listen'][number]['kind'] {
  if (address.startsWith('/')) return type === 'stream' ? 'unix' : 'unixgram';
  return type === 'stream' ? 'tcp' : 'udp';
}

function isAddress(kind: Handed['listen'][number]['kind'], address: string): boolean {
  if (kind === 'unix' || kind === 'unixgram') return isPlainText(address) && !/\s/.test(address);
  return /^(?:\d+\.\d+\.\d+\.\d+|\[[0-9a-f:]+\]):\d+$/i.test(address);
}
