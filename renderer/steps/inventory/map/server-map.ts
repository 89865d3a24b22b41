import type { Connection, Facts, Listener } from '../../../../shared/model/facts.ts';
import type { Service } from '../../../../shared/model/service.ts';

/** What is drawn of a server: its services, whom they call, and who calls them. */
export interface ServerMap {
  nodes: MapNode[];
  edges: MapEdge[];
}

export type MapNode =
  | {
      kind: 'service';
      id: string;
      service: Service;
      memoryBytes: number;
      /** `8080/tcp`, `53/udp` in the order of the ports, `loopback` where only this machine reaches it. */
      ports: { label: string; loopback: boolean }[];
      sockets: string[];
    }
  /** Everybody who calls from elsewhere, together. */
  | { kind: 'clients'; id: 'clients'; connections: number }
  /** Another machine that is called. */
  | { kind: 'remote'; id: string; address: string; name: string | undefined };

export interface MapEdge {
  id: string;
  from: string;
  to: string;
  /** Port or socket path. */
  label: string;
  kind: 'tcp' | 'unix';
}

const clients = 'clients';

/** The services (those of the system too where asked) with their connections at the time of the scan. */
export function serverMap(facts: Facts, services: readonly Service[], withSystem: boolean): ServerMap {
  const shown = services.filter((service) => withSystem || service.workload !== undefined);
  const owners = ownersOf(shown);
  const listeners = facts.listeners.filter((listener) => listener.pids.some((pid) => owners.has(pid)));
  const edges = new Map<string, MapEdge>();
  const remotes = new Map<string, MapNode>();
  const add = (from: string, to: string, label: string, kind: MapEdge['kind']) => {
    if (from === to) return;
    const id = `${from} ${to} ${label}`;
    edges.set(id, { id, from, to, label, kind });
  };

  const local = localAddresses(facts);
  for (const connection of facts.connections.filter((one) => one.outward)) {
    const from = ownerOf(connection.pids, owners);
    if (from === undefined) continue;
    const target = targetOf(connection, listeners, local, owners);
    if (target !== undefined) add(from, target, labelOf(connection), connection.protocol);
    else if (connection.protocol === 'tcp' && !local.has(connection.remoteAddress)) {
      const remote = remoteNode(connection, facts);
      remotes.set(remote.id, remote);
      add(from, remote.id, labelOf(connection), 'tcp');
    }
  }
  const callers = facts.connections.filter((one) => !one.outward && isFromElsewhere(one, local));
  for (const listener of listeners.filter((one) => one.protocol !== 'unix' && !isLoopback(one.address))) {
    const owner = ownerOf(listener.pids, owners);
    if (owner !== undefined) add(clients, owner, String(listener.port), 'tcp');
  }
  const nodes = shown.map((service) => serviceNode(facts, service));
  const called = [...edges.values()].some((edge) => edge.from === clients);
  return {
    nodes: [
      ...(called ? [{ kind: clients, id: clients, connections: callers.length } as const] : []),
      ...nodes,
      ...remotes.values(),
    ],
    edges: [...edges.values()],
  };
}

function ownersOf(services: readonly Service[]): Map<number, string> {
  return new Map(services.flatMap((service) => service.pids.map((pid) => [pid, idOf(service)] as const)));
}

function idOf(service: Service): string {
  return `service ${service.rootPid}`;
}

function ownerOf(pids: readonly number[], owners: ReadonlyMap<number, string>): string | undefined {
  const owner = pids.find((pid) => owners.has(pid));
  return owner === undefined ? undefined : owners.get(owner);
}

function targetOf(
  connection: Connection,
  listeners: readonly Listener[],
  local: ReadonlySet<string>,
  owners: ReadonlyMap<number, string>,
): string | undefined {
  const target = listeners.find((listener) =>
    connection.protocol === 'unix'
      ? listener.protocol === 'unix' && listener.path === connection.path
      : listener.protocol === 'tcp' && listener.port === connection.remotePort && local.has(connection.remoteAddress),
  );
  return target === undefined ? undefined : ownerOf(target.pids, owners);
}

/** Addresses that are this server's own, as far as its connections tell. */
function localAddresses(facts: Facts): Set<string> {
  const own = facts.connections.filter((one) => one.protocol === 'tcp').map((one) => one.localAddress);
  const loopback = facts.connections.map((one) => one.remoteAddress).filter(isLoopback);
  return new Set([...own, ...loopback, '127.0.0.1', '::1']);
}

function isFromElsewhere(connection: Connection, local: ReadonlySet<string>): boolean {
  return connection.protocol === 'tcp' && !local.has(connection.remoteAddress);
}

export function isLoopback(address: string): boolean {
  return address.startsWith('127.') || address === '::1' || address.startsWith('::ffff:127.');
}

function remoteNode({ remoteAddress, remotePort }: Connection, facts: Facts): MapNode {
  const name = facts.surroundings.hosts.find((host) => host.address === remoteAddress)?.names[0];
  return {
    kind: 'remote',
    id: `remote ${remoteAddress} ${remotePort}`,
    address: `${remoteAddress}:${remotePort}`,
    name,
  };
}

function labelOf(connection: Connection): string {
  return connection.protocol === 'unix' ? connection.path : String(connection.remotePort);
}

function serviceNode(facts: Facts, service: Service): MapNode {
  const pids = new Set(service.pids);
  const listeners = facts.listeners.filter((listener) => listener.pids.some((pid) => pids.has(pid)));
  const processes = facts.processes.filter((process) => pids.has(process.pid));
  return {
    kind: 'service',
    id: idOf(service),
    service,
    memoryBytes: processes.reduce((sum, process) => sum + process.rssBytes, 0),
    ports: portsOf(listeners),
    sockets: listeners.filter((one) => one.protocol === 'unix').map((one) => one.path),
  };
}

/** One entry a port; a port that is also bound to a public address is not a loopback one. */
function portsOf(listeners: readonly Listener[]): { label: string; loopback: boolean }[] {
  const ports = new Map<string, { port: number; loopback: boolean }>();
  for (const { protocol, port, address } of listeners) {
    if (protocol === 'unix') continue;
    const label = `${port}/${protocol}`;
    const loopback = isLoopback(address) && (ports.get(label)?.loopback ?? true);
    ports.set(label, { port, loopback });
  }
  return [...ports].sort(([, a], [, b]) => a.port - b.port).map(([label, { loopback }]) => ({ label, loopback }));
}
