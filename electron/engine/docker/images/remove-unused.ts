import { z } from 'zod';
import { statusOf, withDockerErrors } from '../api/docker-errors.ts';
import type { Connection } from '../connection.ts';
import { imageIdSchema } from './inspect-image.ts';

const inspectSchema = z.object({
  Id: imageIdSchema,
  RepoTags: z.array(z.string()).nullish(),
  Config: z.object({ Labels: z.record(z.string(), z.string()).nullish() }).nullish(),
});

/** How images of ours are labelled and called; see build-workload. */
const ours = 'slipway/';

/** See {@link DockerHost.removeUnused}. */
export async function removeUnused(connection: Connection, ids: readonly string[]): Promise<string[]> {
  return withDockerErrors(connection.label, 'open', async () => {
    const removed: string[] = [];
    for (const id of ids) removed.push(...(await removeOne(connection, id)));
    return removed;
  });
}

async function removeOne({ docker }: Connection, id: string): Promise<string[]> {
  try {
    const { Id, RepoTags, Config } = inspectSchema.parse(await docker.getImage(id).inspect());
    const names = RepoTags ?? [];
    // A name that somebody else gave it says that it is wanted.
    const isOurs = Config?.Labels?.slipway?.startsWith(ours) === true && names.every((name) => name.startsWith(ours));
    const users = await docker.listContainers({ all: true, filters: { ancestor: [Id] } });
    if (!isOurs || users.length > 0) return [];
    // Without force: the engine, too, refuses where it is in use by now.
    for (const name of names.length > 0 ? names : [Id]) await docker.getImage(name).remove();
    return names.length > 0 ? names : [Id];
  } catch (error) {
    if (statusOf(error) === 404 || statusOf(error) === 409) return [];
    throw error;
  }
}
