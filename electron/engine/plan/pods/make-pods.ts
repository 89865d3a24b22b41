import type { Pod, Workload } from '../../../../shared/model/plan.ts';
import { sentence } from '../../../../shared/text/sentence.ts';
import { compareText, uniqueBy } from '../../detectors/support/lists.ts';
import { dirname } from '../../detectors/support/paths.ts';
import type { Link } from './links.ts';

/**
 * Workloads that talk over the loopback or a unix socket, together; every other one alone. The workload that others
 * reach from outside comes first: it owns the network namespace and its published ports.
 */
export function makePods(workloads: Workload[], links: Link[]): Pod[] {
  const pods = components(
    workloads.map(({ name }) => name),
    links,
  ).map((names) =>
    podOf(
      workloads.filter(({ name }) => names.has(name)),
      links,
    ),
  );
  return pods.sort((a, b) => compareText(a.name, b.name));
}

function components(names: string[], links: Link[]): Set<string>[] {
  const groups = new Map(names.map((name) => [name, new Set([name])]));
  for (const { from, to } of links) {
    const [a, b] = [groups.get(from), groups.get(to)];
    if (!a || !b || a === b) continue;
    for (const name of b) {
      a.add(name);
      groups.set(name, a);
    }
  }
  return [...new Set(groups.values())];
}

function podOf(members: Workload[], links: Link[]): Pod {
  const called = new Set(links.map((link) => link.to));
  const order = [...members].sort(
    (a, b) =>
      front(b) - front(a) || Number(called.has(a.name)) - Number(called.has(b.name)) || compareText(a.name, b.name),
  );
  const names = order.map(({ name }) => name);
  const own = links.filter((link) => names.includes(link.from) && names.includes(link.to));
  const directories = own.flatMap(({ socket, reason }) =>
    socket === undefined ? [] : [{ path: dirname(socket), reason }],
  );
  const reasons = [...new Set(own.map((link) => sentence`${link.from} talks to ${link.to}: ${link.reason}`))].sort(
    compareText,
  );
  return {
    name: names[0] ?? '',
    workloads: names,
    sharedDirectories: uniqueBy(directories, ({ path }) => path),
    reason: reasons.length > 0 ? `${reasons.join('. ')}.` : sentence`It talks to no other service of this server.`,
  };
}

/** Ports that are reached from outside: more of them stand further to the front. */
function front(workload: Workload): number {
  return workload.ports.filter((port) => port.publish).length;
}
