import { z } from 'zod';
import { repairSchema } from './plan.ts';

export const verdictSchema = z.enum(['equivalent', 'runs', 'failed', 'skipped']);
export type Verdict = z.infer<typeof verdictSchema>;

/** One comparison of server and container. */
export const parityCheckSchema = z.object({
  id: z.string(),
  /** http, greeting, redis, process, stop, zombies … */
  protocol: z.string(),
  title: z.string(),
  outcome: z.enum(['same', 'different', 'not-compared']),
  /** What was seen, as text that is safe to show; long bodies are cut. */
  server: z.string(),
  container: z.string(),
  /** What differs, or why it was not compared; empty where there is nothing to say. */
  detail: z.string(),
  /** What was left out of the comparison, and why: `body line 11: clock`. */
  leftOut: z.array(z.string()).optional(),
});
export type ParityCheck = z.infer<typeof parityCheckSchema>;

export const workloadParitySchema = z.object({
  workload: z.string(),
  verdict: verdictSchema,
  reasons: z.array(z.string()),
  checks: z.array(parityCheckSchema),
});
export type WorkloadParity = z.infer<typeof workloadParitySchema>;

/** `parity.json`. */
export const parityReportSchema = z.object({
  server: z.string(),
  takenAt: z.string(),
  workloads: z.array(workloadParitySchema),
});
export type ParityReport = z.infer<typeof parityReportSchema>;

export const workloadResultSchema = z.object({
  name: z.string(),
  stack: z.string(),
  fit: z.object({ grade: z.string(), reasons: z.array(z.string()) }),
  image: z.string().optional(),
  imageId: z.string().optional(),
  sizeBytes: z.number().int().optional(),
  /** The base image's share of `sizeBytes`. */
  baseBytes: z.number().int().optional(),
  ports: z.array(
    z.object({ container: z.number().int(), protocol: z.enum(['tcp', 'udp']), host: z.number().int().optional() }),
  ),
  verdict: verdictSchema,
  reasons: z.array(z.string()),
  repairs: z.array(repairSchema),
});
export type WorkloadResult = z.infer<typeof workloadResultSchema>;

export const migrationResultSchema = z.object({
  bundle: z.string(),
  workloads: z.array(workloadResultSchema),
  /** What makes the result worth less than it looks, such as a part of the server that could not be read. */
  warnings: z.array(z.string()).optional(),
});
export type MigrationResult = z.infer<typeof migrationResultSchema>;
