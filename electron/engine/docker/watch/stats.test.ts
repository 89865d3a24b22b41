import { expect, test } from 'vitest';
import { toStats } from './stats.ts';

type Reading = Parameters<typeof toStats>[0];

const reading: Reading = {
  read: '2024-03-01T10:00:01.5Z',
  cpu_stats: { cpu_usage: { total_usage: 4_000_000_000 }, system_cpu_usage: 104_000_000_000, online_cpus: 2 },
  precpu_stats: { cpu_usage: { total_usage: 1_000_000_000 }, system_cpu_usage: 100_000_000_000, online_cpus: 2 },
  memory_stats: { usage: 1000, limit: 5000, stats: { inactive_file: 300 } },
  pids_stats: { current: 7 },
  networks: { eth0: { rx_bytes: 10, tx_bytes: 20 }, eth1: { rx_bytes: 1, tx_bytes: 2 } },
};

test('counts of one core, as docker stats does', () => {
  expect(toStats(reading)).toEqual({
    at: Date.UTC(2024, 2, 1, 10, 0, 1, 500),
    cpuPercent: 150,
    memoryBytes: 700,
    memoryLimitBytes: 5000,
    receivedBytes: 11,
    sentBytes: 22,
    pids: 7,
  });
});

test('knows the cache of control groups version 1, which wins where both names are there', () => {
  const stats = { total_inactive_file: 100, inactive_file: 300 };
  expect(toStats({ ...reading, memory_stats: { usage: 1000, limit: 1, stats } }).memoryBytes).toBe(900);
});

test('a cache that is larger than what is used is not taken off', () => {
  const stats = { inactive_file: 2000 };
  expect(toStats({ ...reading, memory_stats: { usage: 1000, limit: 1, stats } }).memoryBytes).toBe(1000);
});

test('counts cores by their usage where the engine does not say how many are on', () => {
  const cpu_stats = { cpu_usage: { total_usage: 4e9, percpu_usage: [1, 2, 3, 4] }, system_cpu_usage: 104e9 };
  expect(toStats({ ...reading, cpu_stats }).cpuPercent).toBe(300);
});

test.each([
  ['no time has passed', { ...reading, cpu_stats: reading.precpu_stats }],
  ['the counter was reset', { ...reading, cpu_stats: { ...reading.cpu_stats, cpu_usage: { total_usage: 5 } } }],
])('is zero where %s', (_, broken) => {
  expect(toStats(broken).cpuPercent).toBe(0);
});

test('has no traffic of its own where the network is another container’s', () => {
  expect(toStats({ ...reading, networks: undefined, pids_stats: null })).toMatchObject({
    receivedBytes: 0,
    sentBytes: 0,
    pids: 0,
  });
});
