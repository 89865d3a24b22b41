import type Docker from 'dockerode';
import { z } from 'zod';
import type { RunningContainer } from '../../../../shared/model/containers.ts';
import { oneLine, statusOf } from '../api/docker-errors.ts';

const listSchema = z.array(
  z.object({
    Id: z.string(),
    Names: z.array(z.string()).default([]),
    Image: z.string(),
    State: z.string(),
    Status: z.string(),
    Labels: z.record(z.string(), z.string()).default({}),
    Ports: z
      .array(z.object({ PrivatePort: z.number(), PublicPort: z.number().optional(), Type: z.string() }))
      .nullish(),
  }),
);
type Listed = z.infer<typeof listSchema>[number];

const inspectSchema = z.object({ State: z.object({ StartedAt: z.string() }) });

/** See {@link ContainerSource.containersOf}. */
export async function containersOf(docker: Docker, run: string): Promise<RunningContainer[]> {
  const filters = { label: [`slipway=${run}`] };
  const listed = listSchema.parse(await docker.listContainers({ all: true, filters }));
  const containers = await Promise.all(listed.map((one) => describe(docker, one)));
  return containers.filter((one) => one !== undefined).sort((left, right) => (left.name < right.name ? -1 : 1));
}

/** The list does not say since when a container runs. Undefined for one that was removed meanwhile. */
async function describe(docker: Docker, listed: Listed): Promise<RunningContainer | undefined> {
  try {
    const { State } = inspectSchema.parse(await docker.getContainer(listed.Id).inspect());
    return toRunning(listed, State.StartedAt);
  } catch (error) {
    if (statusOf(error) === 404) return undefined;
    throw error;
  }
}

export function toRunning(listed: Listed, startedAt: string): RunningContainer {
  return {
    id: listed.Id,
    name: (listed.Names[0] ?? listed.Id).replace(/^\//, ''),
    workload: listed.Labels['slipway.workload'] ?? '',
    image: listed.Image,
    state: listed.State,
    status: oneLine(listed.Status),
    ports: publishedPorts(listed.Ports ?? []),
    startedAt,
  };
}

/** A port that is published on IPv4 and IPv6 is listed twice. */
function publishedPorts(ports: NonNullable<Listed['Ports']>): RunningContainer['ports'] {
  const published = new Map<string, RunningContainer['ports'][number]>();
  for (const { PrivatePort: container, PublicPort: host, Type: protocol } of ports) {
    if (host === undefined || (protocol !== 'tcp' && protocol !== 'udp')) continue;
    const key = `${container}/${protocol}`;
    if (!published.has(key)) published.set(key, { container, protocol, host });
  }
  return [...published.values()].sort((left, right) => left.container - right.container);
}
