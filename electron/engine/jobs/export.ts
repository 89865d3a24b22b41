import type { ExportInput } from '../../../shared/contract/inputs.ts';
import { pushBundle } from '../bundle/export-git.ts';
import { headCommit } from '../bundle/git.ts';
import { readBundle } from '../bundle/read-bundle.ts';
import type { JobContext } from '../job-context.ts';

/** Commits what changed in a bundle and pushes it. */
export async function exportBundle(input: ExportInput, job: JobContext): Promise<{ commit: string; branch: string }> {
  await readBundle(input.directory);
  job.emit({ type: 'progress', step: 'export', done: 0, unit: 'steps' });
  await pushBundle(input, job);
  return { commit: await headCommit(input.directory), branch: input.branch };
}
