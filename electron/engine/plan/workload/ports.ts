import type { Listener } from '../../../../shared/model/facts.ts';
import type { Workload } from '../../../../shared/model/plan.ts';
import { sentence } from '../../../../shared/text/sentence.ts';
import { uniqueBy } from '../../detectors/support/lists.ts';
import type { WorkloadPart } from '../../detectors/support/part.ts';
import { isLoopback } from '../../detectors/support/peer-url.ts';

type Port = Workload['ports'][number];

/** Linux gives these to clients (ip_local_port_range); a UDP socket there answers its own questions only. */
const ephemeral = { from: 32768, to: 60999 };

/** Ports the service listens on; where sockets may not be seen, those its configuration names. */
export function portsOf(listeners: Listener[], declared: WorkloadPart['ports']): Port[] {
  const open = listeners.filter((listener) => listener.protocol !== 'unix' && !isClient(listener));
  const seen: Port[] = open.map(({ protocol, address, port }) => ({
    container: port,
    protocol: protocol === 'udp' ? 'udp' : 'tcp',
    address,
    publish: !isLoopback(address),
    reason: isLoopback(address)
      ? sentence`The service listens on it, for its own machine only.`
      : sentence`The service listens on it.`,
  }));
  const named: Port[] = declared.map(({ port, address, reason }) => ({
    container: port,
    protocol: 'tcp',
    address,
    publish: !isLoopback(address),
    reason,
  }));
  const all = seen.length > 0 ? seen : named;
  return uniqueBy(
    [...all].sort(widestFirst),
    ({ container, protocol }) => `${String(container).padStart(5, '0')}/${protocol}`,
  );
}

/** Of several addresses of one port, the one that reaches furthest stands for it. */
function widestFirst(a: Port, b: Port): number {
  return rank(a.address) - rank(b.address) || (a.address < b.address ? -1 : 1);
}

function rank(address: string): number {
  if (address === '0.0.0.0') return 0;
  if (address === '::') return 1;
  return isLoopback(address) ? 3 : 2;
}

function isClient(listener: Listener): boolean {
  return listener.protocol === 'udp' && listener.port >= ephemeral.from && listener.port <= ephemeral.to;
}
