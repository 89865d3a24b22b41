import { z } from 'zod';

export const demoServerSchema = z.object({
  /** The project that works on it. */
  directory: z.string(),
  /** `ssh://user@host:port`. */
  target: z.string(),
  /** Of its host key, to compare with what the first connection shows. */
  fingerprint: z.string(),
});
export type DemoServer = z.infer<typeof demoServerSchema>;

/** Whether a demo server can be started here, and which one was. */
export const demoStateSchema = z.object({
  /** `no-checkout`: it is built from the sources, which a packaged app does not carry; `no-node`: nothing to run them. */
  possible: z.union([z.literal(true), z.enum(['no-checkout', 'no-node'])]),
  /** Noted before the first step, so that also a start that was killed can be cleaned up after. */
  started: z.object({ directory: z.string(), at: z.string(), running: z.boolean() }).optional(),
});
export type DemoState = z.infer<typeof demoStateSchema>;
