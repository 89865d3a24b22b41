import { SlipwayError } from '../../../../shared/errors.ts';
import type { JobContext } from '../../job-context.ts';
import type { Connection } from '../connection.ts';
import type { BaseImage } from '../docker-host.ts';
import { goArchitecture, machineArchitecture } from './architecture.ts';
import { inspectImage } from './inspect-image.ts';
import { pullImage } from './pull-image.ts';

/** See {@link DockerHost.ensureImage}. */
export async function ensureImage(
  connection: Connection,
  reference: string,
  architecture: string,
  job: JobContext,
): Promise<BaseImage> {
  job.signal.throwIfAborted();
  const image =
    (await inspectImage(connection, reference)) ?? (await pullAndInspect(connection, reference, architecture, job));
  if (goArchitecture(image.architecture) === goArchitecture(architecture)) return image;
  throw mismatch(connection, `is made for ${image.architecture}`, reference, architecture);
}

async function pullAndInspect(
  connection: Connection,
  reference: string,
  architecture: string,
  job: JobContext,
): Promise<BaseImage> {
  const outcome = await pullImage(connection, reference, goArchitecture(architecture), job);
  if (outcome.kind === 'other-platform') {
    throw mismatch(connection, 'is not offered for that architecture', reference, architecture);
  }
  const image = outcome.kind === 'pulled' ? await inspectImage(connection, reference) : undefined;
  if (image !== undefined) return image;
  const reason = outcome.kind === 'missing' ? outcome.message : 'it is not there after pulling it';
  throw new SlipwayError('docker.base-missing', `Base image ${reference} is not on ${connection.label}: ${reason}`, {
    hint: 'Check its name, pull or load it on the Docker host (docker login, pull, load), or choose another with --base.',
  });
}

function mismatch(connection: Connection, problem: string, reference: string, architecture: string): SlipwayError {
  const wanted = machineArchitecture(goArchitecture(architecture));
  return new SlipwayError('docker.base-mismatch', `Base image ${reference} ${problem}; the server is ${wanted}.`, {
    hint: `Put an image for ${wanted} on ${connection.label}, or choose another with --base.`,
  });
}
