import { withDockerErrors } from './api/docker-errors.ts';
import type { Connection } from './connection.ts';

/** A volume that lives in memory, and how its directory is. */
export interface VolumeMemory {
  mode: number;
  uid: number;
  gid: number;
}

/** See {@link DockerHost.createVolume}. */
export async function createVolume(
  connection: Connection,
  name: string,
  labels: Record<string, string>,
  memory?: VolumeMemory,
): Promise<void> {
  connection.job.signal.throwIfAborted();
  const options = memory && {
    type: 'tmpfs',
    device: 'tmpfs',
    o: `mode=${memory.mode.toString(8)},uid=${memory.uid},gid=${memory.gid}`,
  };
  await withDockerErrors(connection.label, 'open', () =>
    connection.docker.createVolume({ Name: name, Labels: labels, ...(options && { DriverOpts: options }) }),
  );
}
