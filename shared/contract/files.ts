import { oc } from '@orpc/contract';
import { z } from 'zod';
import { fileContentSchema, fileMatchSchema, projectFileSchema } from '../model/project-file.ts';

const inProject = z.object({ directory: z.string().min(1) });
const oneFile = inProject.extend({ path: z.string().min(1) });

/** The project's files as the editor sees them. A path never leaves the project; secrets are listed, never read. */
export const filesContract = {
  list: oc.input(inProject).output(z.array(projectFileSchema)),
  read: oc.input(oneFile).output(fileContentSchema),
  /** Rejects with `file.changed` where the file is no longer the version that was read. */
  write: oc.input(oneFile.extend({ text: z.string(), version: z.string() })).output(fileContentSchema),
  /** Back to what was generated last. */
  revert: oc.input(oneFile).output(fileContentSchema),
  create: oc.input(oneFile.extend({ text: z.string() })).output(fileContentSchema),
  /** Only files that Slipway did not write. */
  remove: oc.input(oneFile).output(z.void()),
  search: oc
    .input(
      inProject.extend({
        query: z.string().min(1),
        regex: z.boolean().default(false),
        matchCase: z.boolean().default(false),
      }),
    )
    .output(z.object({ matches: z.array(fileMatchSchema), truncated: z.boolean() })),
};
