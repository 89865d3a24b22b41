import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { appendFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { onDisk } from '../payload/disk.ts';

/** Hosting services refuse larger files. */
const LARGEST_BYTES = 100 * 1024 * 1024;

/** Payloads that are too large for Git itself, by their path in the bundle. */
export async function largePayloads(root: string, files: string[], limit = LARGEST_BYTES): Promise<string[]> {
  const payloads = files.filter((path) => /^workloads\/[^/]+\/payload\.tar$/.test(path));
  const sizes = await Promise.all(payloads.map(async (path) => (await stat(join(root, path))).size));
  return payloads.filter((_, index) => (sizes[index] ?? 0) > limit);
}

/** Keeps large payloads out of Git: a `payload.lock` beside each has its hash and size, `.gitignore` its path. */
export async function lockPayloads(root: string, payloads: string[]): Promise<void> {
  if (payloads.length === 0) return;
  await onDisk(root, async () => {
    for (const path of payloads) {
      const lock = { sha256: await sha256(join(root, path)), size: (await stat(join(root, path))).size };
      await writeFile(join(root, lockFile(path)), `${JSON.stringify(lock)}\n`);
    }
    const lines = payloads.map((path) => `/${path}\n`).join('');
    await appendFile(join(root, '.gitignore'), `\n# Too large for Git: payload.lock has the hash.\n${lines}`);
  });
}

/** Lets Git LFS keep them. */
export async function trackPayloads(root: string): Promise<void> {
  const line = 'workloads/*/payload.tar filter=lfs diff=lfs merge=lfs -text\n';
  await onDisk(root, () => appendFile(join(root, '.gitattributes'), line));
}

export function lockFile(payload: string): string {
  return payload.replace(/payload\.tar$/, 'payload.lock');
}

async function sha256(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}
