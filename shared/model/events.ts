import { z } from 'zod';
import { repairSchema } from './plan.ts';

const stepSchema = z.enum([
  'connect',
  'scan',
  'plan',
  'extract',
  'generate',
  'build',
  'run',
  'verify',
  'repair',
  'bundle',
  'export',
]);

/** What a running job tells whoever started it. */
export const jobEventSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('progress'),
    step: stepSchema,
    workload: z.string().optional(),
    done: z.number(),
    /** Absent where the end is not known yet. */
    total: z.number().optional(),
    unit: z.enum(['bytes', 'files', 'probes', 'checks', 'steps']),
  }),
  z.object({ type: z.literal('log'), step: stepSchema, workload: z.string().optional(), text: z.string() }),
  z.object({ type: z.literal('warning'), step: stepSchema, workload: z.string().optional(), text: z.string() }),
  z.object({ type: z.literal('repair'), workload: z.string(), repair: repairSchema }),
]);
export type JobEvent = z.infer<typeof jobEventSchema>;

const repeatable = {
  /** The last answer was wrong. */
  refused: z.literal(true).optional(),
};

const keepable = {
  ...repeatable,
  /** An answer was kept, and the keychain does not open it: it is locked, or not the one that sealed it. */
  unreadable: z.literal(true).optional(),
};

/** A question that only a person can answer; `secret` ones are neither echoed nor logged. */
export const questionSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('host-key'),
    host: z.string(),
    algorithm: z.string(),
    fingerprint: z.string(),
    /** A Git host, whose administrator a person can hardly ask, but which may publish its fingerprints. */
    git: z.literal(true).optional(),
  }),
  z.object({
    kind: z.literal('password'),
    user: z.string(),
    host: z.string(),
    /** What was offered before and refused: key files, and what the agent holds. */
    refusedKeys: z.array(z.string()).optional(),
    ...keepable,
  }),
  z.object({ kind: z.literal('passphrase'), file: z.string(), ...keepable }),
  z.object({ kind: z.literal('sudo-password'), user: z.string(), host: z.string(), ...keepable }),
  z.object({ kind: z.literal('git-user'), url: z.string() }),
  z.object({ kind: z.literal('git-password'), url: z.string(), user: z.string(), ...keepable }),
  z.object({ kind: z.literal('prompt'), host: z.string(), text: z.string(), echo: z.boolean(), ...repeatable }),
]);
export type Question = z.infer<typeof questionSchema>;
