import type { DockerInput } from '../../../shared/contract/inputs.ts';
import { openDockerHost } from '../docker/open.ts';
import type { OpenedDockerHost } from '../docker/opened-host.ts';
import type { JobContext } from '../job-context.ts';

/** Opens the Docker host as the front end asked; the caller closes. */
export function openDocker({ host, ...login }: DockerInput, job: JobContext): Promise<OpenedDockerHost> {
  return openDockerHost(host, job, { login });
}
