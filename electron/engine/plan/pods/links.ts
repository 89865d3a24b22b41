import type { Facts } from '../../../../shared/model/facts.ts';
import type { Workload } from '../../../../shared/model/plan.ts';
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
  return all.flatMap((caller) => [
    ...configured(caller, all),
    ...connected(facts, caller, all),
    ...mentionedLinks(facts, caller, all),
  ]);
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
    const where = isUnix ? connection.path : `port ${connection.remotePort} of this machine`;
    return [
      {
        from: nameOf(caller),
        to: nameOf(callee),
        socket: isUnix ? canonicalRun(connection.path) : undefined,
        shares: [],
        reason: `Connected to ${where} during the scan`,
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
