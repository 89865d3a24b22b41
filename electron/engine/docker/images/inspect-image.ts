import { z } from 'zod';
import { statusOf, withDockerErrors } from '../api/docker-errors.ts';
import type { Connection } from '../connection.ts';
import type { BaseImage } from '../docker-host.ts';
import { machineArchitecture } from './architecture.ts';

export const imageIdSchema = z.string().regex(/^sha256:[0-9a-f]{64}$/);

const inspectSchema = z.object({
  Id: imageIdSchema,
  Architecture: z.string(),
  Size: z.number().int(),
  Config: z.object({ Labels: z.record(z.string(), z.string()).nullish() }).nullish(),
});

/** The labels of an image; none where the host has no such image. */
export async function imageLabels(connection: Connection, reference: string): Promise<Record<string, string>> {
  return (await inspect(connection, reference))?.Config?.Labels ?? {};
}

/** The image as the host has it; undefined where it has none. */
export async function inspectImage(connection: Connection, reference: string): Promise<BaseImage | undefined> {
  const image = await inspect(connection, reference);
  if (image === undefined) return undefined;
  return { reference, id: image.Id, architecture: machineArchitecture(image.Architecture), sizeBytes: image.Size };
}

function inspect(connection: Connection, reference: string): Promise<z.infer<typeof inspectSchema> | undefined> {
  return withDockerErrors(connection.label, 'open', async () => {
    try {
      return inspectSchema.parse(await connection.docker.getImage(reference).inspect());
    } catch (error) {
      if (statusOf(error) === 404) return undefined;
      throw error;
    }
  });
}
