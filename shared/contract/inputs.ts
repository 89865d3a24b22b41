import { z } from 'zod';

/**
 * How to sign in over SSH. `password`: no key is offered, and the account's password, or whatever else the server prompts
 * for, is asked for. Left out: the keys that were named, or the agent's and the usual ones, and then the password.
 */
const signInSchema = z.literal('password').exactOptional();

/** How to reach the server; what `~/.ssh/config` says fills the gaps. */
export const serverInputSchema = z.object({
  /** `ssh://user@host[:port]`, an alias of `~/.ssh/config`, or `local`. */
  target: z.string().min(1),
  identityFiles: z.array(z.string()).default([]),
  signIn: signInSchema,
  jump: z.array(z.string()).default([]),
  sudo: z.boolean().default(false),
  acceptNewHostKey: z.boolean().default(false),
});
export type ServerInput = z.infer<typeof serverInputSchema>;

/** Which Docker host; how to log in there counts where it is reached over SSH, `~/.ssh/config` fills the gaps. */
export const dockerInputSchema = z.object({
  /** `unix://…`, `ssh://…`, `tcp://…` or a Docker context's name; left out, the current context. */
  host: z.string().min(1).optional(),
  identityFiles: z.array(z.string()).default([]),
  signIn: signInSchema,
  acceptNewHostKey: z.boolean().default(false),
});
export type DockerInput = z.infer<typeof dockerInputSchema>;

/** Which workloads, and how. Left out: everything that is not the system's own, strategy by fit. */
export const choicesSchema = z.object({
  workloads: z.array(z.string()).optional(),
  strategy: z.enum(['minimal', 'packages', 'scratch']).optional(),
  base: z.string().optional(),
  include: z.array(z.string()).optional(),
  exclude: z.array(z.string()).optional(),
});
export type Choices = z.infer<typeof choicesSchema>;

export const migrateInputSchema = z.object({
  server: serverInputSchema,
  docker: dockerInputSchema,
  directory: z.string().min(1),
  choices: choicesSchema,
  /** Leave the containers running. */
  keep: z.boolean(),
});
export type MigrateInput = z.infer<typeof migrateInputSchema>;

export const planInputSchema = z.object({
  /** A server, or facts that were saved. */
  from: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('server'), server: serverInputSchema }),
    z.object({ kind: z.literal('facts'), file: z.string() }),
  ]),
  directory: z.string().min(1),
  choices: choicesSchema,
});
export type PlanInput = z.infer<typeof planInputSchema>;

export const buildInputSchema = z.object({
  directory: z.string().min(1),
  docker: dockerInputSchema,
  /** The server to fetch payloads from that are too large for Git. */
  from: serverInputSchema.optional(),
});
export type BuildInput = z.infer<typeof buildInputSchema>;

export const verifyInputSchema = z.object({
  directory: z.string().min(1),
  docker: dockerInputSchema,
  against: serverInputSchema.optional(),
  keep: z.boolean(),
});
export type VerifyInput = z.infer<typeof verifyInputSchema>;

export const exportInputSchema = z.object({
  directory: z.string().min(1),
  url: z.string().min(1),
  branch: z.string().min(1),
  /** Of the commit, where anything changed. */
  message: z.string().min(1).optional(),
  /** Over SSH: have a host key recorded that is not known. */
  acceptNewHostKey: z.boolean().optional(),
});
export type ExportInput = z.infer<typeof exportInputSchema>;
