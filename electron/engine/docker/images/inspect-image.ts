import { z } from 'zod';
import { statusOf, withDockerErrors } from '../api/docker-errors.ts';
import type { Connection } from '../connection.ts';
import type { BaseImage } from '../docker-host.ts';
import { machineArchitecture } from './architecture.ts';

export const imageIdSchema = z.string().regex(/^sha256:[0-9a-f]{64}$/);

const inspectSchema = z.object({ Id: imageIdSchema, Architecture: z.string(), Size: z.number().int() });

/** The image as the host has it; undefined where it has none. */
export async function inspectImage(connection: Connection, reference: string): Promise<BaseImage | undefined> {
  return withDockerErrors(connection.label, 'open', async () => {
    try {
      const image = inspectSchema.parse(await connection.docker.getImage(reference).inspect());
      return { reference, id: image.Id, architecture: machineArchitecture(image.Architecture), sizeBytes: image.Size };
    } catch (error) {
      if (statusOf(error) === 404) return undefined;
      throw error;
    }
  });
}
