import type Docker from 'dockerode';
import { z } from 'zod';
import { statusOf } from '../api/docker-errors.ts';

const inspectSchema = z.object({
  Id: z.string(),
  State: z.object({ Running: z.boolean() }),
  Config: z.object({ Labels: z.record(z.string(), z.string()).nullish() }),
  HostConfig: z.object({ NetworkMode: z.string() }),
});

/**
 * Starts a container. One that shares the network of another needs that one first; and where the owner of a network is
 * started, those who share it are restarted, because they still hold the network that went with the owner's last run.
 */
export async function startContainer(docker: Docker, id: string): Promise<void> {
  const container = await inspect(docker, id);
  const owner = ownerOf(container);
  if (owner !== undefined && !(await inspect(docker, owner)).State.Running) await startContainer(docker, owner);
  if (container.State.Running) return;
  await unlessSo(docker.getContainer(container.Id).start());
  for (const member of await membersOf(docker, container)) await docker.getContainer(member).restart({ t: 10 });
}

/** One that does not run already is no error. */
export async function stopContainer(docker: Docker, id: string, graceSeconds: number): Promise<void> {
  await unlessSo(docker.getContainer(id).stop({ t: Math.ceil(graceSeconds) }));
}

type Inspected = z.infer<typeof inspectSchema>;

async function inspect(docker: Docker, id: string): Promise<Inspected> {
  return inspectSchema.parse(await docker.getContainer(id).inspect());
}

function ownerOf({ HostConfig }: Inspected): string | undefined {
  return /^container:(.+)$/.exec(HostConfig.NetworkMode)?.[1];
}

/** The running containers of the same run that share this one's network. */
async function membersOf(docker: Docker, owner: Inspected): Promise<string[]> {
  const run = owner.Config.Labels?.slipway;
  if (run === undefined) return [];
  const listed = await docker.listContainers({ filters: { label: [`slipway=${run}`] } });
  const running = await Promise.all(listed.map(({ Id }) => inspect(docker, Id)));
  return running.filter((one) => ownerOf(one) === owner.Id).map(({ Id }) => Id);
}

/** 304: it is so already. */
async function unlessSo(change: Promise<unknown>): Promise<void> {
  try {
    await change;
  } catch (error) {
    if (statusOf(error) !== 304) throw error;
  }
}
