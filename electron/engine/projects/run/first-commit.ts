import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import { toSlipwayError } from '../../../../shared/errors.ts';
import { initRepository } from '../../bundle/git.ts';
import type { JobContext } from '../../job-context.ts';

/**
 * Makes the project a Git repository as a bundle is one. One that is there is a person's, and what goes into it next is
 * theirs to say. A commit that fails loses nothing: the export makes it too.
 */
export async function firstCommit(root: string, message: string, job: JobContext): Promise<void> {
  if ((await lstat(join(root, '.git')).catch(() => undefined)) !== undefined) return;
  try {
    await initRepository(root, message);
  } catch (error) {
    job.emit({ type: 'warning', step: 'bundle', text: toSlipwayError(error).message });
  }
}
