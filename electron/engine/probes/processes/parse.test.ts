import { describe, expect, test } from 'vitest';
import { filesSection, fixture, section } from '../testing/sections.ts';
import { readCgroup } from './cgroup.ts';
import { parseProcesses, readArguments } from './parse.ts';
import { readLimits, readStat, readStatus } from './status.ts';

const recorded = (name: string) => fixture(import.meta.url, `apache-${name}.txt`);

function onePid(pid: number, changes: Record<string, string> = {}) {
  const contents = {
    status: recorded('status'),
    stat: recorded('stat'),
    cgroup: recorded('cgroup'),
    limits: recorded('limits'),
    cmdline: '/usr/sbin/apache2\0-k\0start\0',
    environ: 'LANG=C\0MOTD=two\nlines=here\0',
    ...changes,
  };
  return Object.fromEntries(Object.entries(contents).map(([name, text]) => [`/proc/${pid}/${name}`, text]));
}

const links = [
  '/proc/67/exe',
  '/usr/sbin/apache2 (deleted)',
  '/proc/67/cwd',
  '/srv/a\nb',
  '/proc/67/root',
  '/',
  '/proc/67/fd/10',
  '/var/log/apache2/access.log',
  '/proc/67/fd/3',
  'socket:[64368]',
];

const sections = [
  section('parent', '0\n'),
  section('ticks', '100\n'),
  filesSection({ '/proc/stat': 'cpu 1 2\nbtime 1700000000\n', ...onePid(67) }),
  section('maps', 'path 1 /usr/lib/apache2/modules/mod_cgi.so\n67 1\npath 2 /tmp/odd\\012name (deleted)\n67 2\n'),
  section('flags', '/proc/67/fdinfo/10:flags:\t02102001\n/proc/67/fdinfo/3:flags:\t02\n'),
  section('links', links.map((text) => `${text}\0`).join('')),
  section('alive', '67\n'),
];

describe('a recorded apache', () => {
  const { value, gaps } = parseProcesses(sections);
  const [process] = value;

  test('is one process without gaps', () => {
    expect(value.length).toBe(1);
    expect(gaps).toEqual([]);
  });

  test('keeps arguments, environment and paths byte for byte', () => {
    expect(process).toMatchObject({
      exe: '/usr/sbin/apache2',
      exeDeleted: true,
      argv: ['/usr/sbin/apache2', '-k', 'start'],
      cwd: '/srv/a\nb',
      environment: [
        { name: 'LANG', value: 'C' },
        { name: 'MOTD', value: 'two\nlines=here' },
      ],
      unit: 'apache2.service',
      cgroup: '/system.slice/apache2.service',
      comm: 'apache2',
      kernel: false,
    });
  });

  test('says how its files are open, in order', () => {
    expect(process?.openFiles).toEqual([
      { fd: 3, path: 'socket:[64368]', deleted: false, access: 'read-write', append: false },
      { fd: 10, path: '/var/log/apache2/access.log', deleted: false, access: 'write', append: true },
    ]);
  });

  test('maps files whose names the kernel escaped', () => {
    expect(process?.mappedFiles).toEqual(['/usr/lib/apache2/modules/mod_cgi.so', '/tmp/odd\nname']);
  });

  test('counts from boot in ticks', () => {
    const { startTicks, cpuTicks } = readStat(recorded('stat'));
    expect(startTicks).toBeGreaterThan(0);
    expect(process?.startTime).toBe(1_700_000_000 + startTicks / 100);
    expect(process?.cpuSeconds).toBe(cpuTicks / 100);
  });

  test('has its limits by name', () => {
    expect(readLimits(recorded('limits'))['Max open files']).toEqual({ soft: '8192', hard: '8192' });
  });
});

test('a process that may not be read is kept and told', () => {
  const { value, gaps } = parseProcesses([filesSection(onePid(412, { environ: '' })), section('alive', '412\n')]);
  expect(value.map(({ pid, exe }) => [pid, exe])).toEqual([[412, undefined]]);
  expect(gaps.map((gap) => gap.subject)).toContain('/proc/412/fd');
  expect(gaps.every((gap) => gap.reason === 'permission')).toBe(true);
});

test('a process that ended meanwhile is no gap', () => {
  const { value, gaps } = parseProcesses([filesSection(onePid(412, { environ: '' })), section('alive', '')]);
  expect([value, gaps]).toEqual([[], []]);
});

test('a zombie runs nothing', () => {
  const status = recorded('status').replace(/^State:.*$/m, 'State:\tZ (zombie)');
  expect(parseProcesses([filesSection(onePid(412, { status })), section('alive', '412\n')]).value).toEqual([]);
});

test('a name full of brackets and blanks shifts nothing', () => {
  const odd = recorded('stat').replace(/\(.*\)/, '(x) R 1 (y) S 9 9)');
  expect(readStat(odd)).toEqual(readStat(recorded('stat')));
  expect(readStatus('Name:\ta\\nb\\\\c\nUid:\t1\t2\t3\t4\n')).toMatchObject({ comm: 'a\nb\\c', uid: 2 });
});

test('a kernel thread has its flag', () => {
  expect(readStat('2 (kthreadd) S 0 0 0 0 -1 2129984 0 0 0 0 0 7 0 0 20 0 1 0 3 0 0').kernel).toBe(true);
});

test('the shells and sudo that carry the scan are left out, a login is not', () => {
  const named = (pid: number, name: string, ppid: number) =>
    onePid(pid, { status: `Name:\t${name}\nPPid:\t${ppid}\nUid:\t0\t0\t0\t0\n` });
  const files = filesSection({
    ...named(10, 'sshd', 1),
    ...named(11, 'sudo', 10),
    ...named(12, 'sh', 11),
    ...named(13, 'sh', 1),
  });
  const { value } = parseProcesses([section('parent', '12\n'), files, section('alive', '10\n11\n12\n13\n')]);
  expect(value.map(({ pid }) => pid)).toEqual([10, 13]);
});

test.each([
  ['', []],
  ['sleep\x0060\0', ['sleep', '60']],
  ['printf\0\0', ['printf', '']],
  ['php-fpm: pool www\0\0\0\0', ['php-fpm: pool www']],
  ['nginx: worker process\0\0', ['nginx: worker process']],
  ['title without an end', ['title without an end']],
  ['a\nb\0c d\0', ['a\nb', 'c d']],
])('arguments %j', (text, argv) => {
  expect(readArguments(text)).toEqual(argv);
});

const id = '2b44436e69ea7b73132b470d2bfee9cdf970e07b9e0baa433d0b511cbcfc6e2f';

test.each([
  ['v2', '0::/system.slice/portal.service\n', 'portal.service', undefined],
  ['v1', '2:cpu:/\n1:name=systemd:/system.slice/cron.service\n', 'cron.service', undefined],
  ['hybrid', recorded('cgroup'), 'apache2.service', undefined],
  ['an instance', '0::/system.slice/system-getty.slice/getty@tty1.service\n', 'getty@tty1.service', undefined],
  ['a login', '0::/user.slice/user-1000.slice/session-4.scope\n', undefined, undefined],
  ['a user manager', '0::/user.slice/user-1000.slice/user@1000.service/app.slice/x.service\n', undefined, undefined],
  ['docker', `0::/system.slice/docker-${id}.scope\n`, undefined, id],
  ['docker on v1', `4:memory:/docker/${id}\n`, undefined, id],
  ['a unit in a container', `0::/docker/${id}/system.slice/cron.service\n`, undefined, id],
  ['kubernetes', `0::/kubepods/besteffort/pod1/${id}\n`, undefined, id],
  ['lxc', '0::/lxc.payload.web1/init.scope\n', undefined, 'web1'],
])('cgroup of %s', (_, text, unit, container) => {
  expect(readCgroup(text)).toMatchObject({ unit, container });
});

test('a server that is a container itself has units', () => {
  expect(readCgroup(`0::/docker/${id}/system.slice/cron.service\n`, id)).toMatchObject({
    unit: 'cron.service',
    container: undefined,
  });
});

test('a process gave up root itself where its files in /proc still belong to root', () => {
  const told = (owner: number) =>
    parseProcesses([...sections, section('owners', `${owner} /proc/67/status\n`)]).value[0]?.gaveUpRoot;
  const asUser = recorded('status').replace(/^Uid:.*$/m, 'Uid:\t33\t33\t33\t33');
  const ofUser = [filesSection({ '/proc/stat': 'btime 1\n', ...onePid(67, { status: asUser }) }), ...sections.slice(3)];
  expect(told(0)).toBeUndefined();
  expect(parseProcesses([...ofUser, section('owners', '0 /proc/67/status\n')]).value[0]?.gaveUpRoot).toBe(true);
  expect(parseProcesses([...ofUser, section('owners', '33 /proc/67/status\n')]).value[0]?.gaveUpRoot).toBeUndefined();
});
