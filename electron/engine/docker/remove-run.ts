import type Docker from 'dockerode';
import { statusOf, withDockerErrors } from './api/docker-errors.ts';
import type { Connection } from './connection.ts';

interface Removable {
  remove(options?: object): Promise<unknown>;
}

/** See {@link DockerHost.removeRun}. Everything is tried; the first refusal is reported at the end. */
export async function removeRun(connection: Connection, run: string): Promise<void> {
  const filters = { label: [`slipway=${run}`] };
  await withDockerErrors(connection.label, 'open', async () => {
    const { docker } = connection;
    // Users before what they use: containers hold networks and volumes.
    const failures = [
      ...(await removeAll(await containersOf(docker, filters), { force: true, v: true })),
      ...(await removeAll(await networksOf(docker, filters))),
      ...(await removeAll(await volumesOf(docker, filters), { force: true })),
    ];
    if (failures.length > 0) throw failures[0];
  });
}

/** See {@link DockerHost.removeImages}. */
export async function removeImages(connection: Connection, ids: readonly string[]): Promise<void> {
  await withDockerErrors(connection.label, 'open', async () => {
    const images = ids.map((id) => connection.docker.getImage(id));
    const [failure] = await removeAll(images, { force: true });
    if (failure !== undefined) throw failure;
  });
}

type Filters = { label: string[] };

async function containersOf(docker: Docker, filters: Filters): Promise<Removable[]> {
  return (await docker.listContainers({ all: true, filters })).map(({ Id }) => docker.getContainer(Id));
}

async function networksOf(docker: Docker, filters: Filters): Promise<Removable[]> {
  return (await docker.listNetworks({ filters })).map(({ Id }) => docker.getNetwork(Id));
}

async function volumesOf(docker: Docker, filters: Filters): Promise<Removable[]> {
  const { Volumes } = await docker.listVolumes({ filters });
  return (Volumes ?? []).map(({ Name }) => docker.getVolume(Name));
}

async function removeAll(things: Removable[], options: object = {}): Promise<unknown[]> {
  const failures: unknown[] = [];
  for (const thing of things) {
    await thing.remove(options).catch((error: unknown) => {
      const settled = statusOf(error) === 404 || (statusOf(error) === 409 && isUnderWay(error));
      if (!settled) failures.push(error);
    });
  }
  return failures;
}

function isUnderWay(error: unknown): boolean {
  return error instanceof Error && /already in progress/.test(error.message);
}
