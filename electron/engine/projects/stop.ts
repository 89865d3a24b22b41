import { resolve } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { DockerInput } from '../../../shared/contract/inputs.ts';
import { toSlipwayError } from '../../../shared/errors.ts';
import { sentence } from '../../../shared/text/sentence.ts';
import type { DockerHost } from '../docker/docker-host.ts';
import type { JobContext } from '../job-context.ts';
import { openDocker } from '../jobs/open-docker.ts';
import { forgetKept } from './run/note-kept.ts';
import { requireIdle } from './store/busy.ts';
import { isAlive } from './store/owner.ts';
import { readResult } from './store/result.ts';
import { type ProjectSettings, readSettings } from './store/settings.ts';
import { withProject } from './store/with-project.ts';

type Kept = NonNullable<ProjectSettings['kept']>;

/** Removes what the last run left on its Docker host; tells how many containers that were. */
export async function stopProject({ directory }: { directory: string }, job: JobContext): Promise<{ removed: number }> {
  requireIdle(directory);
  return removeNoted(directory, (await settingsOf(directory)).kept, job);
}

/** Removes what a run left that was killed, and nothing of one that came to its end or still goes on. */
export async function sweepProject(
  { directory }: { directory: string },
  job: JobContext,
): Promise<{ removed: number }> {
  const { kept, running } = await settingsOf(directory);
  const isKilled = kept?.unfinished !== undefined && (running === undefined || !isAlive(running));
  return removeNoted(directory, isKilled ? kept : undefined, job);
}

async function removeNoted(directory: string, kept: Kept | undefined, job: JobContext): Promise<{ removed: number }> {
  if (kept === undefined) return { removed: 0 };
  const removed = await removeRunOf(directory, kept, job);
  await forgetKept(directory, kept.run);
  return { removed };
}

function settingsOf(directory: string): Promise<ProjectSettings> {
  return withProject(directory, (root) => readSettings(root));
}

/** Gives the number of containers. */
async function removeRunOf(directory: string, kept: Kept, job: JobContext): Promise<number> {
  const docker = await openDocker(kept.docker, job);
  try {
    const containers = await docker.containersOf(kept.run);
    await removeFrom(docker, directory, kept);
    return containers.length;
  } finally {
    await docker.close();
  }
}

async function removeFrom(docker: DockerHost, directory: string, { run, unfinished = [] }: Kept): Promise<void> {
  await docker.removeRun(run);
  // Killed between its last act and the note that it has ended: its images are those of the result.
  const proven = (await readResult(resolve(directory)))?.result.workloads.map(({ imageId }) => imageId) ?? [];
  await docker.removeImages(unfinished.filter((id) => !proven.includes(id)));
}

/** Before a new run: removes what the one before left, also on another Docker host. One that is gone is only told of. */
export async function removeKept(root: string, docker: DockerHost, input: DockerInput, job: JobContext): Promise<void> {
  const { kept } = await settingsOf(root);
  if (kept === undefined) return;
  if (isDeepStrictEqual(kept.docker, input)) return removeFrom(docker, root, kept);
  try {
    await removeRunOf(root, kept, job);
  } catch (error) {
    job.signal.throwIfAborted();
    const text = sentence`What an earlier run left on another Docker host (label slipway=${kept.run}) stays there: ${toSlipwayError(error).message}`;
    job.emit({ type: 'warning', step: 'run', text });
  }
}
