import { expect, it } from 'vitest';
import type { ContainerStats } from '../../../../shared/model/containers.ts';
import { noReadings, withReading } from './series.ts';

function reading(at: number, receivedBytes: number): ContainerStats {
  return { at, cpuPercent: 5, memoryBytes: 10, memoryLimitBytes: 100, receivedBytes, sentBytes: 0, pids: 1 };
}

it('turns counters into rates', () => {
  const series = [reading(1000, 100), reading(3000, 2100), reading(4000, 2100)].reduce(withReading, noReadings);
  expect(series.times).toEqual([1, 3, 4]);
  expect(series.received).toEqual([0, 1000, 0]);
});

it('takes a counter that began anew for nothing', () => {
  const series = [reading(1000, 5000), reading(2000, 10)].reduce(withReading, noReadings);
  expect(series.received).toEqual([0, 0]);
});

it('keeps the last five minutes', () => {
  const series = Array.from({ length: 400 }, (_item, index) => reading(index * 1000, 0)).reduce(
    withReading,
    noReadings,
  );
  expect(series.times).toHaveLength(300);
  expect(series.times.at(-1)).toBe(399);
});
