import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { sentence } from '../../../../shared/text/sentence.ts';
import type { JobContext } from '../../job-context.ts';
import { asReadable } from '../api/bytes.ts';
import { toDockerError } from '../api/docker-errors.ts';
import type { Connection } from '../connection.ts';
import type { BaseImage, ImageIndex } from '../docker-host.ts';
import { readCachedIndex, writeCachedIndex } from './index-cache.ts';
import { readExport } from './read-export.ts';

const createdSchema = z.object({ id: z.string() });

/** See {@link DockerHost.indexImage}. */
export async function indexImage(connection: Connection, image: BaseImage, job: JobContext): Promise<ImageIndex> {
  const cached = await readCachedIndex(connection.cacheDirectory, image);
  if (cached !== undefined) return cached;
  job.signal.throwIfAborted();
  job.emit({ type: 'log', step: 'extract', text: sentence`Reading the file system of ${image.reference}` });
  const index = await exportAndRead(connection, image, job);
  await writeCachedIndex(connection.cacheDirectory, index);
  return index;
}

/** An image can only be exported through a container; this one is never started. */
async function exportAndRead(connection: Connection, image: BaseImage, job: JobContext): Promise<ImageIndex> {
  const run = `index-${randomUUID()}`;
  try {
    const created = await connection.docker.createContainer({
      name: `slipway-${run}`,
      Image: image.id,
      // Never run; an image without a command of its own could not be created without one.
      Cmd: ['/slipway-index'],
      Labels: { slipway: run },
      NetworkDisabled: true,
    });
    const container = connection.docker.getContainer(createdSchema.parse(created).id);
    try {
      const stream = asReadable(await container.export({ abortSignal: job.signal }));
      return { image, ...(await readExport(stream, job.signal)) };
    } finally {
      await container.remove({ force: true, v: true });
    }
  } catch (error) {
    job.signal.throwIfAborted();
    throw toDockerError(error, connection.label, 'open');
  }
}
