import { expect, test } from 'vitest';
import { aFacts, aProcess, aUnit } from '../support/a-facts.fixture.ts';
import { onlyTree } from '../support/only-tree.fixture.ts';
import { openFacts } from '../support/server.ts';
import { gaugeFacts } from './__fixtures__/gauge.ts';
import { native } from './index.ts';

function plan(facts = gaugeFacts()) {
  const server = openFacts(facts);
  const tree = onlyTree(server);
  const finding = native.detect(server, tree);
  if (!finding) throw new Error('not detected');
  return { finding, part: native.plan(server, tree, finding) };
}

function unitFacts(type: string, pidFile: string) {
  return aFacts({
    processes: [aProcess({ pid: 4, exe: '/usr/sbin/gauged', argv: ['gauged: serving'], unit: 'gauge.service' })],
    units: [aUnit({ name: 'gauge.service', type, pidFile, mainPid: 4, execStart: [['/usr/sbin/gauged', '-d']] })],
  });
}

test('a program without a unit runs as it does today', () => {
  const { finding, part } = plan();
  expect(finding).toMatchObject({ stack: 'native', grade: 'likely' });
  expect(part.command).toEqual(['/srv/gauge/bin/gauged', '-c', 'etc/gauge.yaml']);
  expect(part.name).toBe('gauged');
});

test('the arguments of a unit count, for processes rewrite their own', () => {
  expect(plan(unitFacts('simple', '')).part.command).toEqual(['/usr/sbin/gauged', '-d']);
});

test('uWSGI ends at SIGINT: at SIGTERM it loads its applications anew', () => {
  const stopSignalOf = (exe: string) =>
    plan(aFacts({ processes: [aProcess({ pid: 4, exe, argv: [exe, '--ini', '/etc/x.ini'] })] })).part.stopSignal;
  expect(stopSignalOf('/usr/bin/uwsgi-core')).toBe('SIGINT');
  expect(stopSignalOf('/usr/sbin/gauged')).toBeUndefined();
});

test('a forking unit is followed by its pid file', () => {
  const { part } = plan(unitFacts('forking', '/run/gauge.pid'));
  expect(part).toMatchObject({ command: ['/usr/sbin/gauged', '-d'], follow: { pidFile: '/run/gauge.pid' } });
});

test('a forking unit without one is followed by what it leaves behind', () => {
  const { part } = plan(unitFacts('forking', ''));
  expect(part).toMatchObject({ command: ['/usr/sbin/gauged', '-d'], follow: {} });
});

test('a kernel thread is nothing', () => {
  const server = openFacts(aFacts({ processes: [aProcess({ pid: 2, kernel: true })] }));
  expect(native.detect(server, onlyTree(server))).toBeUndefined();
});
