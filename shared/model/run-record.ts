import { z } from 'zod';
import { errorDataSchema } from '../contract/messages.ts';
import { jobEventSchema } from './events.ts';

/** What is kept of a run, in the order in which it was told; `at` is in milliseconds since the epoch. */
export const recordedSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('begun'), at: z.number() }),
  z.object({ kind: z.literal('told'), at: z.number(), event: jobEventSchema }),
  /** Without an error where it came to its end. */
  z.object({ kind: z.literal('ended'), at: z.number(), error: errorDataSchema.optional() }),
]);
export type Recorded = z.infer<typeof recordedSchema>;
