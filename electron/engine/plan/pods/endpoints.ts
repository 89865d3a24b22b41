import type { Facts } from '../../../../shared/model/facts.ts';
import type { Plan } from '../../../../shared/model/plan.ts';
import { sentence } from '../../../../shared/text/sentence.ts';
import { slug } from '../../../../shared/text/slug.ts';
import { uniqueBy } from '../../detectors/support/lists.ts';
import { isLoopback } from '../../detectors/support/peer-url.ts';
import type { Assembled } from '../workload/assemble.ts';

type Endpoint = Plan['endpoints'][number];

/** Other machines that workloads call: connected to during the scan, or named in their configuration. */
export function endpointsOf(facts: Facts, all: Assembled[]): Endpoint[] {
  const found = all.flatMap(({ workload, tree, peers }): Endpoint[] => {
    const pids = new Set(tree.members.map((member) => member.pid));
    const connected = facts.connections
      .filter((entry) => entry.protocol === 'tcp' && entry.outward && entry.pids.some((pid) => pids.has(pid)))
      .filter((entry) => !isLoopback(entry.remoteAddress) && entry.remoteAddress !== entry.localAddress)
      .map((entry) =>
        endpoint(
          workload.name,
          hostOf(facts, entry.remoteAddress),
          entry.remotePort,
          sentence`Connected to during the scan.`,
        ),
      );
    const named = peers.flatMap(({ to, reason }) =>
      to.kind === 'tcp' && !isLoopback(to.host) ? [endpoint(workload.name, to.host, to.port, `${reason}.`)] : [],
    );
    return [...named, ...connected];
  });
  return uniqueBy(
    found.filter(({ host }) => /^[A-Za-z0-9_.:-]+$/.test(host)),
    (entry) => `${entry.workload} ${entry.name}`,
  );
}

function endpoint(workload: string, host: string, port: number, reason: string): Endpoint {
  return { name: slug(`${host}-${port}`), workload, host, port, reason };
}

/** The name that the server's hosts file has for an address, which says more than the address. */
function hostOf(facts: Facts, address: string): string {
  return facts.surroundings.hosts.find((entry) => entry.address === address)?.names[0] ?? address;
}
