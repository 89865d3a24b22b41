import { basename } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { DockerInput } from '../../../shared/contract/inputs.ts';
import { toSlipwayError } from '../../../shared/errors.ts';
import type { DockerHost } from '../docker/docker-host.ts';
import type { JobContext } from '../job-context.ts';
import { openDocker } from '../jobs/open-docker.ts';
import { noteKept } from './run/note-kept.ts';
import { requireIdle } from './store/busy.ts';
import { type ProjectSettings, readSettings } from './store/settings.ts';
import { withProject } from './store/with-project.ts';

type Kept = NonNullable<ProjectSettings['kept']>;

/** Removes what the last run left on its Docker host; tells how many containers that were. */
export async function stopProject({ directory }: { directory: string }, job: JobContext): Promise<{ removed: number }> {
  requireIdle(directory);
  const { kept } = await withProject(directory, (root) => readSettings(root, basename(root)));
  if (kept === undefined) return { removed: 0 };
  const removed = await removeRunOf(kept, job);
  await noteKept(directory, undefined);
  return { removed };
}

/** Gives the number of containers. */
async function removeRunOf({ docker: input, run }: Kept, job: JobContext): Promise<number> {
  const docker = await openDocker(input, job);
  try {
    const containers = await docker.containersOf(run);
    await docker.removeRun(run);
    return containers.length;
  } finally {
    await docker.close();
  }
}

/** Before a new run: removes what the one before left, also on another Docker host. One that is gone is only told of. */
export async function removeKept(root: string, docker: DockerHost, input: DockerInput, job: JobContext): Promise<void> {
  const { kept } = await withProject(root, (folder) => readSettings(folder, basename(folder)));
  if (kept === undefined) return;
  if (isDeepStrictEqual(kept.docker, input)) return docker.removeRun(kept.run);
  try {
    await removeRunOf(kept, job);
  } catch (error) {
    job.signal.throwIfAborted();
    const text = `What an earlier run left on another Docker host (label slipway=${kept.run}) stays there: ${toSlipwayError(error).message}`;
    job.emit({ type: 'warning', step: 'run', text });
  }
}
