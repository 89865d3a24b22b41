import { expect, it } from 'vitest';
import type { Connection, Listener } from '../../../../shared/model/facts.ts';
import type { Service } from '../../../../shared/model/service.ts';
import { emptyFacts, emptyProcess } from '../../../../shared/testing/empty-facts.ts';
import { serverMap } from './server-map.ts';

const web: Service = { name: 'web', rootPid: 10, pids: [10, 11], workload: 'web' };
const store: Service = { name: 'store', rootPid: 20, pids: [20], workload: 'store' };
const system: Service = { name: 'cron', rootPid: 30, pids: [30], reason: "The system's own." };

function listener(pid: number, changes: Partial<Listener>): Listener {
  return { protocol: 'tcp', address: '0.0.0.0', port: 0, path: '', pids: [pid], ...changes };
}

function connection(pid: number, changes: Partial<Connection>): Connection {
  const base = { protocol: 'tcp', localAddress: '10.0.0.5', localPort: 40000, path: '', outward: true } as const;
  return { ...base, remoteAddress: '127.0.0.1', remotePort: 6379, pids: [pid], ...changes };
}

const facts = emptyFacts({
  processes: [
    emptyProcess({ pid: 10, rssBytes: 1000 }),
    emptyProcess({ pid: 11, rssBytes: 500 }),
    emptyProcess({ pid: 20, rssBytes: 70 }),
  ],
  listeners: [
    listener(10, { port: 443 }),
    listener(10, { port: 80, address: '127.0.0.1' }),
    listener(11, { port: 80, address: '::' }),
    listener(20, { port: 6379, address: '127.0.0.1' }),
    listener(20, { protocol: 'unix', address: '', path: '/run/store.sock' }),
  ],
  connections: [
    connection(11, {}),
    connection(10, { protocol: 'unix', remoteAddress: '', remotePort: 0, path: '/run/store.sock' }),
    connection(10, { remoteAddress: '192.0.2.7', remotePort: 5432 }),
    connection(10, { remoteAddress: '198.51.100.1', remotePort: 51000, localPort: 443, outward: false }),
  ],
});

it('draws who calls whom, over ports and sockets', () => {
  const { edges } = serverMap(facts, [web, store, system], false);
  expect(edges.map(({ from, to, label }) => [from, to, label])).toEqual([
    ['service 10', 'service 20', '6379'],
    ['service 10', 'service 20', '/run/store.sock'],
    ['service 10', 'remote 192.0.2.7 5432', '5432'],
    ['clients', 'service 10', '443'],
    ['clients', 'service 10', '80'],
  ]);
});

it('puts processes and ports of a service together', () => {
  const { nodes } = serverMap(facts, [web], false);
  expect(nodes).toContainEqual({
    kind: 'service',
    id: 'service 10',
    service: web,
    memoryBytes: 1500,
    ports: [
      { label: '80/tcp', loopback: false },
      { label: '443/tcp', loopback: false },
    ],
    sockets: [],
  });
  expect(nodes).toContainEqual({ kind: 'clients', id: 'clients', connections: 1 });
});

it("leaves the system's own services out unless they are asked for", () => {
  const names = (withSystem: boolean) =>
    serverMap(facts, [web, system], withSystem).nodes.flatMap((node) =>
      node.kind === 'service' ? node.service.name : [],
    );
  expect(names(false)).toEqual(['web']);
  expect(names(true)).toEqual(['web', 'cron']);
});
