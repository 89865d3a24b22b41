import { expect, test } from 'vitest';
import { emptyProcess } from '../../../../shared/testing/empty-facts.ts';
import { fixture, section } from '../testing/sections.ts';
import { parseUnits } from '../units/parse.ts';
import { withUnits } from './units.ts';

const shown = fixture(new URL('../units/x', import.meta.url).href, 'services-257.txt');
const { units } = parseUnits([section('units', shown)]).value;
const unitsOf = (...processes: Parameters<typeof emptyProcess>[0][]) =>
  withUnits(processes.map(emptyProcess), units).map((process) => process.unit);

test('children of a main process belong to its unit', () => {
  expect(unitsOf({ pid: 62 }, { pid: 70, ppid: 62 }, { pid: 71, ppid: 70 }, { pid: 80, ppid: 1 })).toEqual([
    'orders.service',
    'orders.service',
    'orders.service',
    undefined,
  ]);
});

test('a control group says more than descent', () => {
  expect(unitsOf({ pid: 62 }, { pid: 70, ppid: 62, cgroup: '/user.slice/session-1.scope' })).toEqual([
    'orders.service',
    undefined,
  ]);
});

test('what a login started is no unit', () => {
  expect(unitsOf({ pid: 62, comm: 'sshd' }, { pid: 70, ppid: 62 })).toEqual(['orders.service', undefined]);
});

test('a forged circle of parents ends', () => {
  expect(unitsOf({ pid: 5, ppid: 6 }, { pid: 6, ppid: 5 })).toEqual([undefined, undefined]);
});
