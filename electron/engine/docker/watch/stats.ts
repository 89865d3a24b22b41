import type Docker from 'dockerode';
import { z } from 'zod';
import type { ContainerStats } from '../../../../shared/model/containers.ts';
import { readJsonLines } from '../api/json-lines.ts';
import { requestStream } from '../api/request.ts';

const cpuSchema = z.object({
  cpu_usage: z.object({ total_usage: z.number(), percpu_usage: z.array(z.number()).nullish() }),
  system_cpu_usage: z.number().optional(),
  online_cpus: z.number().optional(),
});

/** The part of `GET /containers/ID/stats` that is shown. A container that does not run has none of the numbers. */
const readingSchema = z.object({
  read: z.string(),
  cpu_stats: cpuSchema,
  precpu_stats: cpuSchema,
  memory_stats: z.object({
    usage: z.number().default(0),
    limit: z.number().default(0),
    stats: z.record(z.string(), z.number()).nullish(),
  }),
  pids_stats: z.object({ current: z.number().optional() }).nullish(),
  networks: z.record(z.string(), z.object({ rx_bytes: z.number(), tx_bytes: z.number() })).nullish(),
});
type Reading = z.infer<typeof readingSchema>;

/** One reading a second while the container runs. */
export async function* readStats(
  docker: Docker,
  id: string,
  signal: AbortSignal | undefined,
): AsyncGenerator<ContainerStats, void> {
  const path = `/containers/${id}/stats`;
  const query = { stream: '1' };
  const body = await requestStream(docker, { method: 'GET', path, query, ...(signal && { signal }) });
  for await (const line of readJsonLines(body)) {
    const reading = readingSchema.parse(line);
    // The engine goes on with empty readings once the container has stopped; Go's zero time is in the year 1.
    if (reading.read.startsWith('0001-')) return;
    // The first reading has nothing to compare with.
    if (reading.precpu_stats.system_cpu_usage !== undefined) yield toStats(reading);
  }
}

export function toStats(reading: Reading): ContainerStats {
  const networks = Object.values(reading.networks ?? {});
  return {
    at: Date.parse(reading.read),
    cpuPercent: cpuPercent(reading),
    memoryBytes: memoryWithoutCache(reading.memory_stats),
    memoryLimitBytes: reading.memory_stats.limit,
    receivedBytes: networks.reduce((sum, { rx_bytes: bytes }) => sum + bytes, 0),
    sentBytes: networks.reduce((sum, { tx_bytes: bytes }) => sum + bytes, 0),
    pids: reading.pids_stats?.current ?? 0,
  };
}

/** The container's share of the machine's time between two readings, times its cores: as `docker stats` shows it. */
function cpuPercent({ cpu_stats: now, precpu_stats: before }: Reading): number {
  const used = now.cpu_usage.total_usage - before.cpu_usage.total_usage;
  const passed = (now.system_cpu_usage ?? 0) - (before.system_cpu_usage ?? 0);
  if (used <= 0 || passed <= 0) return 0;
  const cores = now.online_cpus || now.cpu_usage.percpu_usage?.length || 1;
  return (used / passed) * cores * 100;
}

/** Inactive file pages are given back under pressure: control groups version 1 call them `total_…`, version 2 does not. */
function memoryWithoutCache({ usage, stats }: Reading['memory_stats']): number {
  const cache = stats?.total_inactive_file ?? stats?.inactive_file ?? 0;
  return cache < usage ? usage - cache : usage;
}
