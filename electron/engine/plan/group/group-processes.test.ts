import { expect, test } from 'vitest';
import { aFacts, aListener, aProcess, aUnit } from '../../detectors/support/a-facts.fixture.ts';
import { openFacts } from '../../detectors/support/server.ts';
import { groupProcesses } from './group-processes.ts';
import { systemServiceOf } from './system-services.ts';

const init = aProcess({ pid: 1, ppid: 0, exe: '/usr/lib/systemd/systemd' });

function grouped(processes: ReturnType<typeof aProcess>[], more: Parameters<typeof aFacts>[0] = {}) {
  return groupProcesses(openFacts(aFacts({ processes: [init, ...processes], ...more }))).trees.map((tree) => ({
    root: tree.root.pid,
    members: tree.members.map((member) => member.pid),
  }));
}

test('master and workers are one service', () => {
  const nginx = { exe: '/usr/sbin/nginx', unit: 'nginx.service' };
  const processes = [aProcess({ pid: 10, ...nginx }), aProcess({ pid: 11, ppid: 10, ...nginx })];
  expect(grouped(processes)).toEqual([{ root: 10, members: [10, 11] }]);
});

test('without systemd the tree itself says what belongs together', () => {
  const processes = [
    aProcess({ pid: 10, exe: '/usr/sbin/nginx' }),
    aProcess({ pid: 11, ppid: 10, exe: '/usr/sbin/nginx' }),
  ];
  expect(grouped(processes)).toEqual([{ root: 10, members: [10, 11] }]);
});

test('the programs of a supervisor stand for themselves', () => {
  const supervised = { unit: 'supervisor.service', ppid: 20 };
  const processes = [
    aProcess({
      pid: 20,
      exe: '/usr/bin/python3.11',
      argv: ['python3', '/usr/bin/supervisord', '-n'],
      unit: 'supervisor.service',
    }),
    aProcess({ pid: 21, exe: '/opt/a/run', ...supervised }),
    aProcess({ pid: 22, exe: '/opt/b/run', ...supervised }),
    aProcess({ pid: 23, exe: '/opt/b/run', unit: 'supervisor.service', ppid: 22 }),
  ];
  expect(grouped(processes)).toEqual([
    { root: 21, members: [21] },
    { root: 22, members: [22, 23] },
  ]);
});

test('a supervisor that systemd does not know is a program of an interpreter, and is said to be left out', () => {
  const supervisor = {
    pid: 20,
    exe: '/usr/bin/python3.11',
    argv: ['python3', '/usr/local/bin/supervisord', '-c', '/x'],
  };
  const processes = [init, aProcess(supervisor), aProcess({ pid: 21, ppid: 20, exe: '/opt/a/run' })];
  const { trees } = groupProcesses(openFacts(aFacts({ processes })));
  expect(trees.map((tree) => tree.root.pid)).toEqual([21]);
  const named = [init, aProcess({ pid: 20, exe: '/usr/bin/supervisord' })];
  expect(groupProcesses(openFacts(aFacts({ processes: named }))).leftOut).toMatchObject([{ name: 'supervisord' }]);
});

test('a python program that merely names supervisord is a service', () => {
  const argv = ['python3', '/srv/watch.py', '--of', '/usr/bin/supervisord'];
  expect(grouped([aProcess({ pid: 20, exe: '/usr/bin/python3.11', argv })])).toEqual([{ root: 20, members: [20] }]);
});

/** cron (20) runs a line in a shell (22), which waits for what it started. */
function cronJob(line: string[], ...started: ReturnType<typeof aProcess>[]) {
  const unit = 'cron.service';
  return [
    aProcess({ pid: 20, exe: '/usr/sbin/cron', unit }),
    aProcess({ pid: 21, ppid: 20, exe: '/usr/sbin/cron', unit }),
    aProcess({ pid: 22, ppid: 21, exe: '/usr/bin/dash', argv: line, unit }),
    ...started,
  ];
}

test('the shell in which cron starts a program is passed through', () => {
  const program = aProcess({ pid: 23, ppid: 22, exe: '/opt/gauge/gauged', unit: 'cron.service' });
  expect(grouped(cronJob(['/bin/sh', '-c', '/opt/gauge/gauged -f'], program))).toEqual([{ root: 23, members: [23] }]);
});

test('a shell of cron that does work of its own is the service', () => {
  const two = [23, 24].map((pid) => aProcess({ pid, ppid: 22, exe: '/usr/bin/nc', unit: 'cron.service' }));
  expect(grouped(cronJob(['/bin/sh', '-c', 'nc -l 1 | nc b 2'], ...two))).toEqual([
    { root: 22, members: [22, 23, 24] },
  ]);
  const script = ['/bin/sh', '/opt/gauge/run.sh', 'now'];
  const child = aProcess({ pid: 23, ppid: 22, exe: '/opt/gauge/gauged', unit: 'cron.service' });
  expect(grouped(cronJob(script, child))).toEqual([{ root: 22, members: [22, 23] }]);
});

test('a login, the scan in it, kernel threads and containers are no services', () => {
  const processes = [
    aProcess({ pid: 2, ppid: 0, kernel: true, comm: 'kthreadd' }),
    aProcess({ pid: 30, exe: '/usr/sbin/sshd', unit: 'ssh.service' }),
    aProcess({ pid: 31, ppid: 30, exe: '/usr/sbin/sshd' }),
    aProcess({ pid: 32, ppid: 31, exe: '/usr/bin/bash', argv: ['-bash'] }),
    aProcess({ pid: 33, ppid: 32, exe: '/usr/bin/vim' }),
    aProcess({ pid: 40, exe: '/usr/sbin/nginx', container: '4f6d' }),
  ];
  expect(grouped(processes)).toEqual([]);
});

test('what nohup left behind a login is one, even in the cgroup of sshd', () => {
  const processes = [
    aProcess({ pid: 30, exe: '/usr/sbin/sshd', unit: 'ssh.service' }),
    aProcess({ pid: 50, exe: '/home/anna/gauge/gauged', unit: 'ssh.service' }),
  ];
  expect(grouped(processes)).toEqual([{ root: 50, members: [50] }]);
});

test('a daemon in screen is one; the shells around it are not', () => {
  const processes = [
    aProcess({ pid: 60, exe: '/usr/bin/screen', comm: 'screen' }),
    aProcess({ pid: 61, ppid: 60, exe: '/usr/bin/bash', argv: ['/bin/bash'] }),
    aProcess({ pid: 62, ppid: 61, exe: '/home/anna/gauge/gauged' }),
  ];
  expect(grouped(processes)).toEqual([{ root: 62, members: [62] }]);
});

test('the main process of a unit is the root although it was reparented', () => {
  const unit = 'gauge.service';
  const processes = [
    aProcess({ pid: 70, exe: '/opt/g/helper', unit, startTime: 1 }),
    aProcess({ pid: 71, exe: '/opt/g/gauged', unit, startTime: 2 }),
  ];
  expect(grouped(processes, { units: [aUnit({ name: unit, mainPid: 71 })] })).toEqual([
    { root: 71, members: [70, 71] },
  ]);
});

test('a request that is being answered during the scan is not part of the service', () => {
  const now = Date.parse(aFacts().takenAt) / 1000;
  const processes = [
    aProcess({ pid: 80, exe: '/usr/sbin/apache2', unit: 'apache2.service' }),
    aProcess({ pid: 81, ppid: 80, exe: '/usr/bin/perl', unit: 'apache2.service', startTime: now - 1 }),
  ];
  expect(grouped(processes, { listeners: [aListener(80, [80])] })).toEqual([{ root: 80, members: [80] }]);
});

test.each([
  ['cron.service', '/usr/sbin/cron', true],
  ['systemd-journald.service', '/usr/lib/systemd/systemd-journald', true],
  ['getty@tty1.service', '/sbin/agetty', true],
  [undefined, '/usr/sbin/rsyslogd', true],
  ['nginx.service', '/usr/sbin/nginx', false],
  ['orders.service', '/opt/orders/run', false],
  ['exim4.service', '/usr/sbin/exim4', false],
])('%s (%s) is part of the system: %s', (name, exe, isSystem) => {
  const root = aProcess({ pid: 9, exe });
  const tree = { root, members: [root], unit: name === undefined ? undefined : aUnit({ name }) };
  expect(systemServiceOf(tree, []) !== undefined).toBe(isSystem);
});

test('a system log that takes what other machines send is a service to them', () => {
  const root = aProcess({ pid: 9, exe: '/usr/sbin/rsyslogd' });
  const tree = { root, members: [root], unit: undefined };
  expect(systemServiceOf(tree, [aListener(10514, [9])])).toBeUndefined();
  expect(systemServiceOf(tree, [aListener(10514, [9], { address: '127.0.0.1' })])).toBeDefined();
});

test('what a login leaves behind for a moment makes no difference', () => {
  const manager = aProcess({ pid: 30, exe: '/usr/lib/systemd/systemd', argv: ['/usr/lib/systemd/systemd', '--user'] });
  const keeper = aProcess({ pid: 31, ppid: 30, comm: '(sd-pam)', exe: '/usr/lib/systemd/systemd', argv: ['(sd-pam)'] });
  expect(groupProcesses(openFacts(aFacts({ processes: [init, manager, keeper] })))).toEqual(
    groupProcesses(openFacts(aFacts({ processes: [init] }))),
  );
});
