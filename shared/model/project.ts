import { z } from 'zod';
import { dockerInputSchema, serverInputSchema } from '../contract/inputs.ts';
import { migrationResultSchema } from './result.ts';

/**
 * A project is a folder: the bundle as far as it is made, and `.slipway/`, which stays out of Git and holds what the
 * engineer's machine alone needs (facts, what was generated last, the last run).
 */

/** The steps of the wizard, in their order. */
export const wizardStepSchema = z.enum(['connect', 'inventory', 'plan', 'edit', 'run', 'export']);
export type WizardStep = z.infer<typeof wizardStepSchema>;

/** A scan that was kept. */
export const scanSummarySchema = z.object({
  /** Sorts by time: the newest is the last. */
  id: z.string(),
  /** ISO 8601. */
  takenAt: z.string(),
  hostname: z.string(),
  os: z.string(),
  access: z.enum(['root', 'sudo', 'user']),
});
export type ScanSummary = z.infer<typeof scanSummarySchema>;

/** Another program that has a project open. */
export const heldBySchema = z.object({ host: z.string(), pid: z.number().int(), since: z.string() });
export type HeldBy = z.infer<typeof heldBySchema>;

const at = z.string();

/** The export that came to its end last. `at`: ISO 8601. `url` holds no password: none is taken from an address. */
export const lastExportSchema = z.discriminatedUnion('way', [
  z.object({ way: z.literal('push'), at, url: z.string(), branch: z.string(), commit: z.string() }),
  z.object({ way: z.literal('folder'), at, target: z.string() }),
  z.object({ way: z.literal('zip'), at, target: z.string() }),
]);
export type LastExport = z.infer<typeof lastExportSchema>;

export const projectSchema = z.object({
  /** Absolute. */
  directory: z.string(),
  name: z.string(),
  server: serverInputSchema.optional(),
  docker: dockerInputSchema.optional(),
  /** Another program has it open: here it can be looked at, and changes are refused. */
  heldBy: heldBySchema.optional(),
  /** Where the engineer was last. */
  step: wizardStepSchema,
  /** The newest scan. */
  scan: scanSummarySchema.optional(),
  hasPlan: z.boolean(),
  lastRun: z.object({ at: z.string(), result: migrationResultSchema }).optional(),
  lastExport: lastExportSchema.optional(),
  /** A run was killed before it could clean up; `projects.sweep` removes what it left on its Docker host. */
  interrupted: z.boolean().optional(),
});
export type Project = z.infer<typeof projectSchema>;

export const recentProjectSchema = z.object({
  directory: z.string(),
  name: z.string(),
  /** The server's target, where one was chosen. */
  server: z.string().optional(),
  openedAt: z.string(),
  /** The project that was open last and not left again. */
  open: z.boolean().optional(),
  /** False where the folder is gone. */
  exists: z.boolean(),
});
export type RecentProject = z.infer<typeof recentProjectSchema>;
