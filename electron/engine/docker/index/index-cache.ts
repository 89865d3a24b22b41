import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { parseJson } from '../../../../shared/text/parse-json.ts';
import type { BaseImage, ImageIndex } from '../docker-host.ts';
import { imageIdSchema } from '../images/inspect-image.ts';

/** Grows by one with every change of what an index says; older files are then read no more. */
const version = 1;

const entrySchema = z.object({
  type: z.enum(['file', 'directory', 'symlink', 'other']),
  mode: z.number().int(),
  uid: z.number().int(),
  gid: z.number().int(),
  size: z.number().int(),
  linkTarget: z.string().exactOptional(),
  sha256: z.string().exactOptional(),
});

const cacheSchema = z.object({
  version: z.literal(version),
  id: imageIdSchema,
  entries: z.array(z.tuple([z.string(), entrySchema])),
  passwd: z.string(),
  group: z.string(),
  osRelease: z.string(),
  packages: z.array(z.string()),
});

/** The index kept for an image's id; undefined where there is none that can be used. */
export async function readCachedIndex(directory: string, image: BaseImage): Promise<ImageIndex | undefined> {
  const text = await readFile(fileOf(directory, image), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const cached = parseJson(text, cacheSchema).data;
  if (cached === undefined || cached.id !== image.id) return undefined;
  return {
    image,
    entries: new Map(cached.entries),
    passwd: cached.passwd,
    group: cached.group,
    osRelease: cached.osRelease,
    packages: new Set(cached.packages),
  };
}

/**
 * Keeps an index. Written beside and renamed, so that another run reads the whole of it or none. A cache that cannot be
 * written only costs time, so it is no error.
 */
export async function writeCachedIndex(directory: string, index: ImageIndex): Promise<void> {
  const file = fileOf(directory, index.image);
  const draft = `${file}.${randomUUID()}`;
  const { image, entries, packages, ...texts } = index;
  const content = { version, id: image.id, entries: [...entries], packages: [...packages], ...texts };
  try {
    await mkdir(join(directory, 'base-index'), { recursive: true, mode: 0o700 });
    await writeFile(draft, JSON.stringify(content), { mode: 0o600 });
    await rename(draft, file);
  } catch {
    await rm(draft, { force: true }).catch(() => undefined);
  }
}

function fileOf(directory: string, image: BaseImage): string {
  return join(directory, 'base-index', `${imageIdSchema.parse(image.id).slice('sha256:'.length)}.json`);
}
