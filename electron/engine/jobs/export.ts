import { join, resolve } from 'node:path';
import type { ExportInput } from '../../../shared/contract/inputs.ts';
import { requireAddress, requireBranch } from '../bundle/export/address.ts';
import { commitFiles, headCommit } from '../bundle/export/commit-files.ts';
import { push } from '../bundle/export/push.ts';
import type { JobContext } from '../job-context.ts';
import { noteExport } from '../projects/note-export.ts';
import { requireHold } from '../projects/store/hold.ts';
import { noteOutside, sweepOutside } from '../projects/store/outside.ts';
import { inTurn } from '../projects/store/queue.ts';
import { isProject } from '../projects/store/with-project.ts';
import { checkExport } from './check-export.ts';

/** Commits what changed in a bundle or project and pushes it. */
export async function exportBundle(input: ExportInput, job: JobContext): Promise<{ commit: string; branch: string }> {
  const { url, branch, message = 'Changes to the bundle', acceptNewHostKey = false } = input;
  const directory = resolve(input.directory);
  requireAddress(url);
  requireBranch(branch);
  job.emit({ type: 'progress', step: 'export', done: 0, unit: 'files' });
  await inTurn(directory, async () => {
    if (await isProject(directory)) await takeProject(directory);
    await checkExport(directory, job.signal);
    await committing(directory, () => commitFiles(directory, message, job.signal));
  });
  await push({ directory, url, branch, acceptNewHostKey }, job);
  const commit = await headCommit(directory, job.signal);
  await noteExport(directory, { way: 'push', at: new Date().toISOString(), url, branch, commit });
  return { commit, branch };
}

/** Also for the command line, which exports a project without opening it. */
async function takeProject(directory: string): Promise<void> {
  await requireHold(directory);
  await sweepOutside(directory);
}

/** Git locks what it changes, and a lock that outlives it stops every later one: the project remembers whose it is. */
async function committing(directory: string, commit: () => Promise<void>): Promise<void> {
  const forget = (await isProject(directory)) ? await noteOutside(directory, join(directory, '.git')) : undefined;
  try {
    await commit();
  } finally {
    await forget?.();
  }
}
