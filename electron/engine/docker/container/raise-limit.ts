import { randomUUID } from 'node:crypto';
import { oneLine } from '../api/docker-errors.ts';
import type { Connection } from '../connection.ts';
import { openFilesLimit } from './create-options.ts';

/**
 * Whether the engine may raise the limit of open files so far. One that runs in a container itself lacks
 * CAP_SYS_RESOURCE, and says so only when a container starts; by then its files are already unpacked. So this starts one
 * that has nothing to run: where the limit is refused that is said first, elsewhere the missing program is.
 */
export async function canRaiseOpenFiles(connection: Connection, image: string, limit: number): Promise<boolean> {
  const run = `limit-${randomUUID()}`;
  const container = await connection.docker.createContainer({
    name: `slipway-${run}`,
    Image: image,
    Entrypoint: ['/slipway-no-such-program'],
    Labels: { slipway: run },
    HostConfig: { NetworkMode: 'none', Ulimits: [openFilesLimit(limit)] },
  });
  try {
    await container.start();
    return true;
  } catch (error) {
    return !/rlimit/i.test(error instanceof Error ? oneLine(error.message) : '');
  } finally {
    await container.remove({ force: true, v: true });
  }
}
