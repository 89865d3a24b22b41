import { z } from 'zod';

/** A file of a project as the editor lists it. */
export const projectFileSchema = z.object({
  /** Relative to the project, with `/`. */
  path: z.string(),
  sizeBytes: z.number().int(),
  /** `secret` is never sent with its content. */
  kind: z.enum(['text', 'binary', 'secret']),
  /**
   * `generated`: as Slipway wrote it; `edited`: changed since; `conflict`: both Slipway and a person changed the same
   * lines, and the markers stand in it; `own`: Slipway did not write it.
   */
  state: z.enum(['generated', 'edited', 'conflict', 'own']),
});
export type ProjectFile = z.infer<typeof projectFileSchema>;

export const fileContentSchema = z.object({
  path: z.string(),
  text: z.string(),
  /** Hash of the text: a write names the version that it changes. */
  version: z.string(),
  /** What Slipway generated last, for the diff; absent for a file that it did not write. */
  generated: z.string().optional(),
});
export type FileContent = z.infer<typeof fileContentSchema>;

export const fileMatchSchema = z.object({
  path: z.string(),
  /** From 1. */
  line: z.number().int(),
  column: z.number().int(),
  length: z.number().int(),
  text: z.string(),
});
export type FileMatch = z.infer<typeof fileMatchSchema>;

/** What an export would do with each file. */
export const exportPreviewSchema = z.object({
  files: z.array(
    z.object({
      path: z.string(),
      sizeBytes: z.number().int(),
      /** `lock`: too large for Git without LFS, its hash goes there instead. */
      place: z.enum(['git', 'lfs', 'lock', 'ignored']),
      reason: z.string(),
    }),
  ),
  /** Names out of the secrets manifest: what a colleague must provide. */
  secrets: z.array(z.object({ name: z.string(), workload: z.string(), goes: z.string() })),
  /** Local branch, and the remotes that the repository knows. */
  branch: z.string(),
  remotes: z.array(z.string()),
  /** Files that changed since the last commit. */
  changed: z.array(z.string()),
});
export type ExportPreview = z.infer<typeof exportPreviewSchema>;
