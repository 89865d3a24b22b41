import { z } from 'zod';

/** A process tree of the server that belongs together: what the planner weighs as one. */
export const serviceSchema = z.object({
  name: z.string(),
  /** The systemd unit that runs it, where one does. */
  unit: z.string().optional(),
  rootPid: z.number().int(),
  /** The root included. */
  pids: z.array(z.number().int()),
  /** The workload that it becomes; absent for one that is left out. */
  workload: z.string().optional(),
  /** Why it is left out; absent for a workload. */
  reason: z.string().optional(),
});
export type Service = z.infer<typeof serviceSchema>;
