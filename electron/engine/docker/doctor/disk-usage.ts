import { z } from 'zod';
import type { Connection } from '../connection.ts';

const size = z
  .number()
  .nullish()
  .transform((value) => Math.max(0, value ?? 0));

/** `GET /system/df`; negative sizes mean that the engine did not compute them. */
const usageSchema = z.object({
  Images: z
    .array(
      z.object({
        Size: size,
        SharedSize: size,
        Containers: z.number().default(-1),
        RepoTags: z.array(z.string()).nullish(),
      }),
    )
    .nullish(),
  Containers: z.array(z.object({ SizeRw: size, State: z.string().default('') })).nullish(),
  Volumes: z.array(z.object({ UsageData: z.object({ Size: size, RefCount: z.number() }).nullish() })).nullish(),
  BuildCache: z.array(z.object({ Size: size, InUse: z.boolean().default(false) })).nullish(),
});

/** What could be freed on a Docker host, in bytes, and how many objects hold it. */
export interface DiskUsage {
  unusedImages: Garbage;
  stoppedContainers: Garbage;
  unusedVolumes: Garbage;
  buildCache: Garbage;
}

export interface Garbage {
  count: number;
  bytes: number;
}

export async function readDiskUsage(connection: Connection): Promise<DiskUsage> {
  return summarise(await connection.docker.df());
}

/** Sums up what nothing uses. An image's layers that others share are not counted: removing it would not free them. */
export function summarise(answer: unknown): DiskUsage {
  const usage = usageSchema.parse(answer);
  const images = (usage.Images ?? []).filter((image) => image.Containers === 0);
  const containers = (usage.Containers ?? []).filter(({ State }) => State === 'exited' || State === 'dead');
  const volumes = (usage.Volumes ?? []).flatMap(({ UsageData }) => (UsageData?.RefCount === 0 ? [UsageData] : []));
  const cache = (usage.BuildCache ?? []).filter(({ InUse }) => !InUse);
  return {
    unusedImages: total(images.map((image) => Math.max(0, image.Size - image.SharedSize))),
    stoppedContainers: total(containers.map(({ SizeRw }) => SizeRw)),
    unusedVolumes: total(volumes.map(({ Size }) => Size)),
    buildCache: total(cache.map(({ Size }) => Size)),
  };
}

function total(sizes: number[]): Garbage {
  return { count: sizes.length, bytes: sizes.reduce((sum, one) => sum + one, 0) };
}
