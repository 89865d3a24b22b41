import { z } from 'zod';
import { sentence } from '../../../../shared/text/sentence.ts';
import { toDockerError } from '../api/docker-errors.ts';
import type { Connection } from '../connection.ts';
import type { ContainerSpec, DockerContainer } from '../docker-host.ts';
import { hasInit, readEngineInfo } from '../info.ts';
import { createOptions, type HostAbilities } from './create-options.ts';
import { wrapContainer } from './docker-container.ts';
import { canRaiseOpenFiles } from './raise-limit.ts';

const createdSchema = z.object({ id: z.string().min(1) });

/** See {@link DockerHost.createContainer}. A container whose files could not be put in is removed again. */
export async function createContainer(connection: Connection, spec: ContainerSpec): Promise<DockerContainer> {
  // Between a request and its answer nothing is interrupted: a container whose id is not known stays behind.
  connection.job.signal.throwIfAborted();
  try {
    const abilities = await abilitiesFor(connection, spec);
    const { id } = createdSchema.parse(await connection.docker.createContainer(createOptions(spec, abilities)));
    const container = wrapContainer(connection, id, spec);
    await putFiles(connection, id, spec).catch(async (error) => {
      await container.remove();
      throw error;
    });
    return container;
  } catch (error) {
    spec.files?.destroy();
    throw toDockerError(error, connection.label, 'open');
  }
}

async function putFiles(connection: Connection, id: string, spec: ContainerSpec): Promise<void> {
  if (spec.files === undefined) return;
  await connection.docker.getContainer(id).putArchive(spec.files, { path: '/' });
}

async function abilitiesFor(connection: Connection, spec: ContainerSpec): Promise<HostAbilities> {
  const init = !spec.init || hasInit(await readEngineInfo(connection));
  const openFiles = spec.openFiles === undefined || (await canRaiseOpenFiles(connection, spec.image, spec.openFiles));
  if (!init)
    warn(connection, spec, sentence`${connection.label} has no docker-init: PID 1 neither forwards signals nor reaps.`);
  if (!openFiles) {
    warn(
      connection,
      spec,
      sentence`${connection.label} may not raise the limit of open files to ${spec.openFiles}; left as it is.`,
    );
  }
  const publishAddress = connection.transport.publishAddress;
  if (publishAddress !== '127.0.0.1' && spec.ports.length > 0) {
    warn(
      connection,
      spec,
      sentence`${connection.label} is reached over TCP: ports are published on all its addresses, not on loopback.`,
    );
  }
  return { init, openFiles, publishAddress };
}

function warn(connection: Connection, spec: ContainerSpec, text: string): void {
  const workload = spec.labels['slipway.workload'];
  connection.job.emit({ type: 'warning', step: 'run', ...(workload === undefined ? {} : { workload }), text });
}
