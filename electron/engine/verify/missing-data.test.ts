import { expect, it } from 'vitest';
import type { ParityCheck, WorkloadParity } from '../../../shared/model/result.ts';
import { excuseMissingData } from './missing-data.ts';
import type { ReportedFailure } from './repair/failure.ts';
import { parityOf } from './verdict.ts';

function check(protocol: string, outcome: ParityCheck['outcome']): ParityCheck {
  return { id: `${protocol}:1`, protocol, title: protocol, outcome, server: '', container: '', detail: '500' };
}

const site = parityOf('site', [check('http', 'different'), check('http', 'same')]);
const store = parityOf('mariadb', [check('handshake', 'same')]);
const denied = "PHP Fatal error: Access denied for user 'club'@'localhost' (using password: YES)";

function verdicts(
  pod: WorkloadParity[],
  log: string,
  phase: ReportedFailure['phase'] = 'verify',
  volumes: string[] = [],
): string[] {
  return excuseMissingData(pod, [{ workload: 'site', phase, log }], () => volumes).map(({ verdict }) => verdict);
}

it('leaves open what a service answers that misses its data, and says what it said', () => {
  const [one] = excuseMissingData(
    [site, store],
    [{ workload: 'site', phase: 'verify', log: `x\n${denied}\ny` }],
    () => [],
  );
  expect(one).toMatchObject({
    verdict: 'runs',
    reasons: [expect.stringContaining(`mariadb, whose data was not copied: ${denied}`)],
  });
  expect(one?.checks.map(({ outcome }) => outcome)).toEqual(['not-compared', 'same']);
});

it.each([
  ['other complaints', [site, store], 'PHP Fatal error: Class "Redis" not found'],
  ['a database elsewhere', [site], denied],
  ['a database that is not up', [site, parityOf('mariadb', [check('handshake', 'different')])], denied],
  [
    'a process that differs',
    [parityOf('site', [check('http', 'different'), check('process', 'different')]), store],
    denied,
  ],
])('does not excuse %s', (_what, pod, log) => {
  expect(verdicts(pod, log)[0]).toBe('failed');
});

it('does not excuse a service that did not come up', () => {
  expect(verdicts([site, store], denied, 'start')[0]).toBe('failed');
});

const noTable = 'sqlite3.OperationalError: no such table: berth';

it.each([
  ['an empty database of its own', noTable],
  ['a file that would be in its volume', "Error: ENOENT: no such file or directory, open '/srv/berths/var/count'"],
])('leaves open what a service answers that misses %s', (_what, log) => {
  expect(verdicts([site], log, 'verify', ['/srv/berths/var'])).toEqual(['runs']);
});

it.each([
  ['a volume of its own', noTable, []],
  [
    'the file being in its volume',
    "ENOENT: no such file or directory, open '/srv/berths/variant'",
    ['/srv/berths/var'],
  ],
])('does not excuse it without %s', (_what, log, volumes) => {
  expect(verdicts([site], log, 'verify', volumes)).toEqual(['failed']);
});
