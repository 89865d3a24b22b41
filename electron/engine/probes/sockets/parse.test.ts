import { expect, test } from 'vitest';
import { filesSection, fixture } from '../testing/sections.ts';
import { readAddress } from './address.ts';
import { parseSockets } from './parse.ts';

const recorded = (name: string) => fixture(import.meta.url, `${name}.txt`);

test('recorded tables', () => {
  const { value, gaps } = parseSockets([
    filesSection({
      '/proc/net/tcp': recorded('tcp'),
      '/proc/net/tcp6': recorded('tcp6'),
      '/proc/net/udp': recorded('udp'),
      '/proc/net/unix': recorded('unix'),
    }),
  ]);
  expect(gaps).toEqual([]);
  const listening = value.filter((socket) => socket.kind === 'inet' && socket.state === 10);
  expect(listening).toEqual([
    expect.objectContaining({ protocol: 'tcp', local: { address: '0.0.0.0', port: 22 }, inode: 64883 }),
    expect.objectContaining({ protocol: 'tcp', local: { address: '0.0.0.0', port: 8088 }, inode: 64368 }),
    expect.objectContaining({ protocol: 'tcp', local: { address: '::', port: 22 } }),
  ]);
  const unix = value.flatMap((socket) => (socket.kind === 'unix' && socket.listening ? [socket.path] : []));
  expect(unix).toContain('/var/run/apache2/socks/cgisock.67');
});

test.each([
  ['0100007F', '127.0.0.1'],
  ['00000000000000000000000000000000', '::'],
  ['00000000000000000000000001000000', '::1'],
  ['0000000000000000FFFF00000100007F', '127.0.0.1'],
  ['B80D0120000000000000000001000000', '2001:db8::1'],
  ['B80D01200000000001000000FFFF0000', '2001:db8::1:0:ffff'],
  ['nonsense', ''],
])('address %s', (hex, address) => {
  expect(readAddress(hex)).toBe(address);
});

test('a path with a newline cannot claim another socket', () => {
  const line = (inode: number, path: string) =>
    `0000000000000000: 00000002 00000000 00010000 0001 01 ${inode} ${path}\n`;
  const table = `Num\n${line(5, '/run/db.sock')}${line(6, `x\n${line(5, '/run/evil.sock').trim()}`)}`;
  const { value, gaps } = parseSockets([filesSection({ '/proc/net/unix': table })]);
  expect(value.map((socket) => socket.inode)).toEqual([6]);
  expect(gaps.map((gap) => gap.reason)).toEqual(['unparsable']);
});
