import { expect, test } from 'vitest';
import { aFacts, aProcess } from '../../detectors/support/a-facts.fixture.ts';
import { limitsOf, stepAbove } from './limits.ts';

const MiB = 1024 * 1024;

function limits(parts: Partial<Parameters<typeof aProcess>[0]>) {
  const root = aProcess({ pid: 1, ...parts });
  return limitsOf(aFacts(), { root, members: [root], unit: undefined });
}

test('steps of four', () => {
  expect([0, 128, 129, 512, 513].map((value) => stepAbove(value, 128))).toEqual([128, 128, 512, 512, 2048]);
});

test('twice the memory, never below the smallest step', () => {
  expect(limits({ rssBytes: MiB }).memoryBytes).toBe(128 * MiB);
  expect(limits({ rssBytes: 200 * MiB }).memoryBytes).toBe(512 * MiB);
});

test('processors of a busy service, within what the server has', () => {
  const day = 86_400;
  const startTime = Date.parse(aFacts().takenAt) / 1000 - day;
  expect(limits({ startTime, cpuSeconds: day * 0.1 }).cpus).toBe(1);
  expect(limits({ startTime, cpuSeconds: day * 0.9 }).cpus).toBe(4);
  expect(limits({ startTime, cpuSeconds: day * 8 }).cpus).toBe(4);
});

test('open files only where they were raised', () => {
  const soft = (value: string) => limits({ limits: { 'Max open files': { soft: value, hard: value } } }).openFiles;
  expect([soft('1024'), soft('65536'), soft('unlimited'), soft('1048576')]).toEqual([
    undefined,
    65536,
    undefined,
    undefined,
  ]);
});
