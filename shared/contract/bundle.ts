import { oc } from '@orpc/contract';
import { z } from 'zod';
import { exportPreviewSchema } from '../model/project-file.ts';
import { job } from './job.ts';

const inProject = z.object({ directory: z.string().min(1) });

/** How a project leaves the machine. Secrets never do. */
export const bundleContract = {
  preview: oc.input(inProject).output(exportPreviewSchema),
  /** Commits what changed and pushes it; credentials are asked as a job's question. */
  push: job(
    inProject.extend({ url: z.string().min(1), branch: z.string().min(1), message: z.string().min(1) }),
    z.object({ commit: z.string(), branch: z.string() }),
  ),
  /** What Git would hold, as a folder that is empty or not there, or as a zip file. */
  copy: job(
    inProject.extend({ kind: z.enum(['folder', 'zip']), target: z.string().min(1) }),
    z.object({ files: z.number().int(), bytes: z.number() }),
  ),
};
