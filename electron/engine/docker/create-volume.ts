import { withDockerErrors } from './api/docker-errors.ts';
import type { Connection } from './connection.ts';

/** See {@link DockerHost.createVolume}. */
export async function createVolume(
  connection: Connection,
  name: string,
  labels: Record<string, string>,
): Promise<void> {
  connection.job.signal.throwIfAborted();
  await withDockerErrors(connection.label, 'open', () =>
    connection.docker.createVolume({ Name: name, Labels: labels }),
  );
}
