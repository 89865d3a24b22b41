import { z } from 'zod';

/** What this machine already knows: offered while one types, never needed. */

export const sshHostSchema = z.object({
  alias: z.string(),
  hostName: z.string(),
  user: z.string().optional(),
  port: z.number().int(),
  identityFiles: z.array(z.string()),
  jump: z.array(z.string()),
});
export type SshHost = z.infer<typeof sshHostSchema>;

export const dockerContextSchema = z.object({
  name: z.string(),
  endpoint: z.string(),
  description: z.string(),
  current: z.boolean(),
});
export type DockerContext = z.infer<typeof dockerContextSchema>;

/** What a test of the connection found. */
export const serverGreetingSchema = z.object({
  hostname: z.string(),
  os: z.string(),
  kernel: z.string(),
  architecture: z.string(),
  /** The account that was logged in to. */
  user: z.string(),
  /**
   * `root`: is root; `free`: sudo asks nothing; `password`: sudo asks, and only then says whether the account may use it;
   * `terminal`: sudo is for terminals alone (requiretty); `none`: sudo is not there or not allowed.
   */
  sudo: z.enum(['root', 'free', 'password', 'terminal', 'none']),
  hostKey: z.object({ algorithm: z.string(), fingerprint: z.string() }).optional(),
});
export type ServerGreeting = z.infer<typeof serverGreetingSchema>;
