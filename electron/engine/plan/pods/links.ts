import type { Facts } from '../../../../shared/model/facts.ts';
import type { Workload } from '../../../../shared/model/plan.ts';
import { sentence } from '../../../../shared/text/sentence.ts';
import { isLoopback } from '../../detectors/support/peer-url.ts';
import { canonicalRun } from '../../detectors/support/pid-file.ts';
import type { Assembled } from '../workload/assemble.ts';
import { mentionOf, textsOf } from './mentions.ts';

/** One workload that talks to another on the same machine. */
export interface Link {
  from: string;
  to: string;
  /** The unix socket, where it is one. */
  socket: string | undefined;
  shares: string[];
  reason: string;
}

/** Who talks to whom: connections that are open now, and what configurations name though nothing may be connected. */
export function linksOf(facts: Facts, all: Assembled[]): Link[] {
  const links = all.flatMap((caller) => [
    ...configured(caller, all),
    ...connected(facts, caller, all),
    ...mentionedLinks(facts, caller, all),
  ]);
  return [...links, ...links.flatMap((link) => atItsSocket(link, all))];
}

/** Databases whose clients take `localhost`, or no host at all, for their socket (MySQL's manual, PostgreSQL's libpq). */
const socketFirst = /^(mysql|postgresql)$/;

/** Who knows a database's port may call it at its socket just as well, of which no configuration need tell. */
function atItsSocket(link: Link, all: Assembled[]): Link[] {
  const callee = all.find((one) => nameOf(one) === link.to);
  if (link.socket !== undefined || callee === undefined || !socketFirst.test(callee.workload.stack)) return [];
  const ownDirectory = /^\/run\/[^/]+\//;
  return callee.sockets
    .map(canonicalRun)
    .filter((socket) => ownDirectory.test(socket))
    .map((socket) => ({ ...link, socket, reason: sentence`For its clients, localhost is ${socket}` }));
}

function configured(caller: Assembled, all: Assembled[]): Link[] {
  return caller.peers.flatMap(({ to, shares, reason }) => {
    const socket = to.kind === 'unix' ? canonicalRun(to.path) : undefined;
    const callee =
      to.kind === 'unix' ? ownerOfSocket(all, to.path) : isLoopback(to.host) ? ownerOfPort(all, to.port) : undefined;
    return callee && callee !== caller ? [{ from: nameOf(caller), to: nameOf(callee), socket, shares, reason }] : [];
  });
}

function connected(facts: Facts, caller: Assembled, all: Assembled[]): Link[] {
  const pids = new Set(caller.tree.members.map((member) => member.pid));
  const own = facts.connections.filter(
    (connection) => connection.outward && connection.pids.some((pid) => pids.has(pid)),
  );
  return own.flatMap((connection) => {
    const isUnix = connection.protocol === 'unix';
    const isHere = isLoopback(connection.remoteAddress) || connection.remoteAddress === connection.localAddress;
    const callee = isUnix
      ? ownerOfSocket(all, connection.path)
      : isHere
        ? ownerOfPort(all, connection.remotePort)
        : undefined;
    if (!callee || callee === caller) return [];
    const where = isUnix ? connection.path : sentence`port ${connection.remotePort} of this machine`;
    return [
      {
        from: nameOf(caller),
        to: nameOf(callee),
        socket: isUnix ? canonicalRun(connection.path) : undefined,
        shares: [],
        reason: sentence`Connected to ${where} during the scan`,
      },
    ];
  });
}

function ownerOfSocket(all: Assembled[], path: string): Assembled | undefined {
  return all.find((one) => one.sockets.some((socket) => canonicalRun(socket) === canonicalRun(path)));
}

function ownerOfPort(all: Assembled[], port: number): Assembled | undefined {
  return all.find((one) =>
    one.workload.ports.some((open: Workload['ports'][number]) => open.container === port && open.protocol === 'tcp'),
  );
}

/** Who opens a connection for each request is seen connected by chance only; but it has to know where to. */
function mentionedLinks(facts: Facts, caller: Assembled, all: Assembled[]): Link[] {
  const texts = textsOf(facts, caller);
  return all
    .filter((callee) => callee !== caller)
    .flatMap((callee): Link[] => {
      const mention = mentionOf(texts, callee.workload.ports, callee.sockets);
      if (mention === undefined) return [];
      const { path: socket, reason } = mention;
      return [
        {
          from: nameOf(caller),
          to: nameOf(callee),
          socket: socket === undefined ? undefined : canonicalRun(socket),
          shares: [],
          reason,
        },
      ];
    });
}

function nameOf({ workload }: Assembled): string {
  return workload.name;
}
