import { homedir } from 'node:os';
import { join } from 'node:path';
import type { JobContext } from '../job-context.ts';
import { toDockerError } from './api/docker-errors.ts';
import { withDeadline } from './connect/deadline.ts';
import { negotiate } from './connect/negotiate.ts';
import { openTransport } from './connect/open-transport.ts';
import type { Connection } from './connection.ts';
import { chooseEndpoint, dockerDirectory, type Surroundings } from './endpoint/choose-endpoint.ts';
import { credentialsFrom } from './images/credentials.ts';
import { type OpenedDockerHost, wrapHost } from './opened-host.ts';

/**
 * Opens a Docker host: `unix://`, `tcp://`, `ssh://`, a context's name, or (undefined) the one that the docker command
 * would use. Rejects with `docker.context`, `docker.unreachable` or `docker.refused`.
 *
 * @param surroundings how to log in over SSH, and what stands for this process's environment and the person's home
 */
export async function openDockerHost(
  host: string | undefined,
  job: JobContext,
  surroundings: Partial<Surroundings> = {},
): Promise<OpenedDockerHost> {
  job.signal.throwIfAborted();
  const login = { identityFiles: [], acceptNewHostKey: false };
  const around = { environment: process.env, home: homedir(), login, ...surroundings };
  const endpoint = await chooseEndpoint(host, around);
  const { label } = endpoint;
  const transport = await openTransport(endpoint, job, around);
  try {
    const engine = await withDeadline(label, job.signal, (signal) => negotiate(transport, label, signal));
    const readCredentials = credentialsFrom(dockerDirectory(around));
    const isLocal = endpoint.kind === 'unix';
    const connection: Connection = {
      ...{ label, transport, job, readCredentials, isLocal },
      ...engine,
      cacheDirectory: cacheDirectory(around),
    };
    return wrapHost(connection);
  } catch (error) {
    await transport.close();
    job.signal.throwIfAborted();
    throw toDockerError(error, label, 'opening');
  }
}

/** XDG Base Directory Specification: an empty or relative value counts as none. */
function cacheDirectory({ environment, home }: Surroundings): string {
  const named = environment.XDG_CACHE_HOME ?? '';
  return join(named.startsWith('/') ? named : join(home, '.cache'), 'slipway');
}
