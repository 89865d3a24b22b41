import { expect, test } from 'vitest';
import type { Process } from '../../../../shared/model/facts.ts';
import { emptyProcess } from '../../../../shared/testing/empty-facts.ts';
import type { Socket } from '../sockets/parse.ts';
import { finalName, joinSockets } from './sockets.ts';

function inet(
  inode: number,
  state: number,
  local: [string, number],
  remote: [string, number] = ['0.0.0.0', 0],
): Socket {
  const endpoint = ([address, port]: [string, number]) => ({ address, port });
  return { kind: 'inet', protocol: 'tcp', state, inode, local: endpoint(local), remote: endpoint(remote) };
}

function holding(pid: number, ...inodes: number[]): Process {
  const openFiles = inodes.map((inode, fd) => ({
    fd,
    path: `socket:[${inode}]`,
    deleted: false,
    access: 'read-write' as const,
    append: false,
  }));
  return emptyProcess({ pid, openFiles });
}

test('listeners with all their holders; connections inward and outward', () => {
  const sockets: Socket[] = [
    inet(1, 10, ['0.0.0.0', 8080]),
    inet(2, 1, ['10.0.0.2', 8080], ['10.0.0.9', 50_000]),
    inet(3, 1, ['10.0.0.2', 40_000], ['10.0.0.5', 5432]),
    inet(4, 6, ['10.0.0.2', 40_001], ['10.0.0.5', 5432]),
    { kind: 'unix', path: '/run/app.sock', listening: true, connected: false, inode: 5 },
    { kind: 'unix', path: '/run/app.sock', listening: false, connected: true, inode: 6 },
  ];
  const { listeners, connections } = joinSockets(sockets, [holding(20, 1, 2), holding(10, 1, 3), holding(30, 5, 6)]);
  expect(listeners).toEqual([
    { protocol: 'tcp', address: '0.0.0.0', port: 8080, path: '', pids: [10, 20] },
    { protocol: 'unix', address: '', port: 0, path: '/run/app.sock', pids: [30] },
  ]);
  expect(
    connections.map(({ localPort, remotePort, path, pids, outward }) => [localPort, remotePort, path, pids, outward]),
  ).toEqual([
    [8080, 50_000, '', [20], false],
    [40_000, 5432, '', [10], true],
    [0, 0, '/run/app.sock', [30], false],
  ]);
});

test('sockets of SO_REUSEPORT are one listener', () => {
  const { listeners } = joinSockets([inet(1, 10, ['::', 80]), inet(2, 10, ['::', 80])], [holding(7, 1), holding(8, 2)]);
  expect(listeners.map(({ pids }) => pids)).toEqual([[7, 8]]);
});

test('a socket that was renamed after it was bound is known by its final name', () => {
  expect(finalName('/run/haproxy/admin.sock.61.tmp')).toBe('/run/haproxy/admin.sock');
  expect(finalName('/run/cgisock.412')).toBe('/run/cgisock.412');
});
