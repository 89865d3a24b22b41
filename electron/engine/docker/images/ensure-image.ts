import { SlipwayError } from '../../../../shared/errors.ts';
import { sentence } from '../../../../shared/text/sentence.ts';
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
  throw mismatch(
    connection,
    architecture,
    (wanted) => sentence`Base image ${reference} is made for ${image.architecture}; the server is ${wanted}.`,
  );
}

async function pullAndInspect(
  connection: Connection,
  reference: string,
  architecture: string,
  job: JobContext,
): Promise<BaseImage> {
  const outcome = await pullImage(connection, reference, goArchitecture(architecture), job);
  if (outcome.kind === 'other-platform') {
    throw mismatch(
      connection,
      architecture,
      (wanted) => sentence`Base image ${reference} is not offered for that architecture; the server is ${wanted}.`,
    );
  }
  const image = outcome.kind === 'pulled' ? await inspectImage(connection, reference) : undefined;
  if (image !== undefined) return image;
  const reason = outcome.kind === 'missing' ? outcome.message : sentence`it is not there after pulling it`;
  throw new SlipwayError(
    'docker.base-missing',
    sentence`Base image ${reference} is not on ${connection.label}: ${reason}`,
    {
      hint: sentence`Check its name, pull or load it on the Docker host (docker login, pull, load), or choose another (--base).`,
    },
  );
}

function mismatch(connection: Connection, architecture: string, problem: (wanted: string) => string): SlipwayError {
  const wanted = machineArchitecture(goArchitecture(architecture));
  return new SlipwayError('docker.base-mismatch', problem(wanted), {
    hint: sentence`Put an image for ${wanted} on ${connection.label}, or choose another (--base).`,
  });
}
