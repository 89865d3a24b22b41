import { expect, test } from 'vitest';
import { filesSection, fixture, section } from '../testing/sections.ts';
import { readInit } from './init.ts';
import { parseSystem, readLibc } from './parse.ts';
import { readVirtualization } from './virtualization.ts';

const base = [section('uname', 'portal\n6.1.0-13-amd64\nx86_64\n')];

test('a Debian with systemd', () => {
  const { value, gaps } = parseSystem([
    ...base,
    section('libc', 'glibc 2.36\n'),
    section('init', 'marker systemd\nsystemctl systemd 252 (252.39-1~deb12u1)\n'),
    filesSection({
      '/etc/os-release': fixture(import.meta.url, 'os-release-bookworm.txt'),
      '/proc/meminfo': 'MemTotal:        2048 kB\n',
      '/proc/uptime': '12.50 3.00\n',
      '/proc/stat': 'cpu  9 9\ncpu0 4 4\ncpu1 1 1\ncpu2 1 1\ncpu3 3 3\nbtime 1700000000\n',
      '/proc/1/comm': 'systemd\n',
    }),
  ]);
  expect(gaps).toEqual([]);
  expect(value).toMatchObject({
    os: {
      id: 'debian',
      versionId: '12',
      codename: 'bookworm',
      hostname: 'portal',
      architecture: 'x86_64',
      libc: { kind: 'glibc', version: '2.36' },
      cpus: 4,
      memoryBytes: 2_097_152,
      uptimeSeconds: 12.5,
      bootTime: 1_700_000_000,
    },
    init: { kind: 'systemd', version: '252' },
  });
});

test('a CentOS 6, which has no os-release', () => {
  const { value } = parseSystem([...base, filesSection({ '/etc/redhat-release': 'CentOS release 6.10 (Final)\n' })]);
  expect(value.os).toMatchObject({ id: 'centos', like: ['rhel', 'fedora'], versionId: '6.10', codename: 'final' });
});

test('nothing at all is a gap', () => {
  expect(parseSystem([]).gaps.map((gap) => gap.subject)).toEqual(['/etc/os-release']);
});

test.each([
  ['glibc 2.36', '', { kind: 'glibc', version: '2.36' }],
  ['ldd (GNU libc) 2.12', '', { kind: 'glibc', version: '2.12' }],
  ['ldd (Debian GLIBC 2.31-13+deb11u13) 2.31', '', { kind: 'glibc', version: '2.31' }],
  ['musl libc (x86_64)\nVersion 1.2.4', '/lib/ld-musl-x86_64.so.1', { kind: 'musl', version: '1.2.4' }],
  ['', '', { kind: 'unknown', version: '' }],
])('libc of %j', (text, musl, libc) => {
  expect(readLibc(text, musl)).toEqual(libc);
});

test.each([
  [['marker openrc'], 'init', 'openrc'],
  [['upstart init (upstart 1.12.1)'], 'init', 'upstart'],
  [['marker inittab'], 'init', 'sysv'],
  [['link /bin/busybox', 'marker inittab'], 'init', 'busybox'],
  [['marker runit'], 'runit', 'runit'],
  [[], 'node', 'none'],
])('init %j', (lines, first, kind) => {
  expect(readInit(lines, first).kind).toBe(kind);
});

test.each([
  [['kvm'], 'kvm'],
  [['VMware, Inc.', 'VMware Virtual Platform', 'hypervisor'], 'vmware'],
  [['Dell Inc.', 'PowerEdge R740'], 'none'],
  [['hypervisor'], 'vm-other'],
])('virtualization %j', (lines, word) => {
  expect(readVirtualization(lines)).toBe(word);
});
