import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { appendFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { SlipwayError } from '../../../shared/errors.ts';
import { parseJson } from '../../../shared/text/parse-json.ts';
import { sentence } from '../../../shared/text/sentence.ts';
import { readIfThere } from '../disk/if-there.ts';
import { onDisk } from '../disk/on-disk.ts';

/** Hosting services refuse larger files. */
export const LARGEST_BYTES = 100 * 1024 * 1024;

const lockSchema = z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/), size: z.number().int().nonnegative() });
/** What stands for a payload that Git does not have. */
export type PayloadLock = z.infer<typeof lockSchema>;

export function isPayload(path: string): boolean {
  return /^workloads\/[^/]+\/payload\.tar$/.test(path);
}

/** Payloads that are too large for Git itself, by their path in the bundle. */
export async function largePayloads(root: string, files: string[], limit = LARGEST_BYTES): Promise<string[]> {
  const payloads = files.filter(isPayload);
  const sizes = await Promise.all(payloads.map(async (path) => (await stat(join(root, path))).size));
  return payloads.filter((_, index) => (sizes[index] ?? 0) > limit);
}

const MARK = '# Too large for Git: payload.lock has the hash.';

/**
 * Keeps large payloads out of Git: a `payload.lock` beside each has its hash and size, `.gitignore` its path. Locks of
 * payloads that are no longer large go; one whose payload is not here stays, it is all that is known of it.
 */
export async function lockPayloads(root: string, files: string[], large: readonly string[]): Promise<void> {
  await onDisk(root, async () => {
    for (const path of files.filter(isPayload)) {
      if (large.includes(path)) await writeLock(root, path);
      else await rm(join(root, lockFile(path)), { force: true });
    }
    const absent = files.filter((path) => path.endsWith('/payload.lock')).map(payloadOf);
    const locked = [...large, ...absent.filter((path) => isPayload(path) && !files.includes(path))].sort();
    await writeIgnored(root, locked);
  });
}

async function writeLock(root: string, path: string): Promise<void> {
  const lock: PayloadLock = { sha256: await sha256(join(root, path)), size: (await stat(join(root, path))).size };
  await writeFile(join(root, lockFile(path)), `${JSON.stringify(lock)}\n`);
}

async function writeIgnored(root: string, locked: string[]): Promise<void> {
  const file = join(root, '.gitignore');
  const lines = (await textOf(file)).split('\n');
  const others = lines.filter((line) => line !== MARK && !isPayload(line.replace(/^\//, '')));
  if (locked.length === 0 && others.length === lines.length) return;
  const block = locked.length === 0 ? [] : ['', MARK, ...locked.map((path) => `/${path}`)];
  await writeFile(file, `${[others.join('\n').trimEnd(), ...block].join('\n')}\n`);
}

/** Lets Git LFS keep them. */
export async function trackPayloads(root: string): Promise<void> {
  const line = 'workloads/*/payload.tar filter=lfs diff=lfs merge=lfs -text';
  const file = join(root, '.gitattributes');
  if ((await textOf(file)).split('\n').includes(line)) return;
  await onDisk(root, () => appendFile(file, `${line}\n`));
}

/** The lock of a payload; undefined where there is none. Rejects with `bundle.invalid` where it is damaged. */
export async function readLock(root: string, payload: string): Promise<PayloadLock | undefined> {
  const text = await textOf(join(root, lockFile(payload)));
  if (text === '') return undefined;
  const lock = parseJson(text, lockSchema);
  if (lock.success) return lock.data;
  throw new SlipwayError('bundle.invalid', sentence`${lockFile(payload)} does not hold a hash and a size.`, {
    hint: sentence`Take the last version that worked: git checkout ${lockFile(payload)}`,
    cause: lock.error,
  });
}

export function lockFile(payload: string): string {
  return payload.replace(/payload\.tar$/, 'payload.lock');
}

function payloadOf(lock: string): string {
  return lock.replace(/payload\.lock$/, 'payload.tar');
}

/** Empty where there is no such file. */
async function textOf(file: string): Promise<string> {
  return (await readIfThere(file)) ?? '';
}

/** Lower-case hex. */
export async function sha256(path: string, signal?: AbortSignal): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash, ...(signal === undefined ? [] : [{ signal }]));
  return hash.digest('hex');
}
