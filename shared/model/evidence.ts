import { z } from 'zod';

/** One entry of a workload's `evidence.json`: a file of the payload, `app/`, `config/` or `secrets/`, and why it is there. */
export const evidenceEntrySchema = z.object({
  /** Canonical absolute path: no link on the way to it. */
  path: z.string(),
  type: z.enum(['file', 'directory', 'symlink', 'hardlink']),
  /**
   * Where it went. `base`: not shipped, the base image has it identically; `package`: not shipped, the Dockerfile
   * installs its package (strategy `packages`).
   */
  place: z.enum(['payload', 'app', 'config', 'secret', 'base', 'package']),
  mode: z.number().int(),
  uid: z.number().int(),
  gid: z.number().int(),
  size: z.number().int(),
  /** Whole seconds. */
  mtime: z.number().int(),
  linkTarget: z.string().optional(),
  /** Lower-case hex, of regular files; absent for secrets, whose hashes would help to guess them. */
  sha256: z.string().optional(),
  /** Base64 values of `security.capability` and `user.*`. */
  xattrs: z.record(z.string(), z.string()).optional(),
  package: z.string().optional(),
  /** Against what its package brought. */
  origin: z.enum(['unchanged', 'changed', 'generated', 'unowned', 'synthesised']),
  reasons: z.array(z.string()),
});
export type EvidenceEntry = z.infer<typeof evidenceEntrySchema>;

export const evidenceSchema = z.object({
  workload: z.string(),
  base: z.object({ image: z.string(), digest: z.string() }),
  entries: z.array(evidenceEntrySchema),
  /** Sonames that an ELF file needs and nothing provides. */
  missingLibraries: z.array(z.object({ soname: z.string(), neededBy: z.string() })),
  /** Files of shipped packages that stayed on the server, and why; `--include` brings them along. */
  leftOut: z.array(z.object({ reason: z.string(), paths: z.array(z.string()) })).optional(),
});
export type WorkloadEvidence = z.infer<typeof evidenceSchema>;
