import { z } from 'zod';

/** A container that a run left running. */
export const runningContainerSchema = z.object({
  id: z.string(),
  name: z.string(),
  workload: z.string(),
  image: z.string(),
  state: z.string(),
  /** The engine's own words: `Up 3 minutes (healthy)`. */
  status: z.string(),
  ports: z.array(z.object({ container: z.number().int(), protocol: z.enum(['tcp', 'udp']), host: z.number().int() })),
  startedAt: z.string(),
});
export type RunningContainer = z.infer<typeof runningContainerSchema>;

/** One reading of `docker stats`; rates are for whoever draws them to derive. */
export const containerStatsSchema = z.object({
  /** Milliseconds since the epoch. */
  at: z.number(),
  /** Of one core: 150 is one and a half. */
  cpuPercent: z.number(),
  memoryBytes: z.number(),
  memoryLimitBytes: z.number(),
  receivedBytes: z.number(),
  sentBytes: z.number(),
  pids: z.number(),
});
export type ContainerStats = z.infer<typeof containerStatsSchema>;

/** A layer of a built image, the base image's own put together into one. */
export const imageLayerSchema = z.object({ createdBy: z.string(), sizeBytes: z.number(), base: z.boolean() });
export type ImageLayer = z.infer<typeof imageLayerSchema>;
