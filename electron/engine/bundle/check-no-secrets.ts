import { createReadStream } from 'node:fs';
import { lstat, readlink } from 'node:fs/promises';
import { join } from 'node:path';
import { SlipwayError } from '../../../shared/errors.ts';
import { committedFiles } from './committed-files.ts';
import { type KnownSecret, type Needle, needlesOf } from './secret-needles.ts';

export type { KnownSecret };

/**
 * Looks through every file that Git would keep, payloads included, for the secrets. Rejects with `bundle.invalid` at the
 * first hit, naming the file and the secret's name, never its value.
 */
export async function checkNoSecrets(directory: string, secrets: KnownSecret[], signal?: AbortSignal): Promise<void> {
  const needles = secrets.flatMap(needlesOf);
  if (needles.length === 0) return;
  for (const path of await committedFiles(directory)) {
    signal?.throwIfAborted();
    const found = await findIn(join(directory, path), needles, signal);
    if (found !== undefined) throw leaked(path, found.name);
  }
}

async function findIn(path: string, needles: Needle[], signal: AbortSignal | undefined): Promise<Needle | undefined> {
  if ((await lstat(path)).isSymbolicLink()) return findInBytes(Buffer.from(await readlink(path)), needles);
  const overlap = Math.max(...needles.map((needle) => needle.bytes.length)) - 1;
  let tail = Buffer.alloc(0);
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
    signal?.throwIfAborted();
    const window = Buffer.concat([tail, chunk as Buffer]); // no encoding is set, so chunks are bytes
    const found = findInBytes(window, needles);
    if (found !== undefined) return found;
    tail = window.subarray(Math.max(0, window.length - overlap));
  }
  return undefined;
}

function findInBytes(bytes: Buffer, needles: Needle[]): Needle | undefined {
  return needles.find((needle) => bytes.includes(needle.bytes));
}

function leaked(path: string, name: string): SlipwayError {
  return new SlipwayError('bundle.invalid', `${path} holds the secret "${name}"; no bundle was written.`, {
    hint: 'Name this file as a secret or as configuration in the plan, or leave it out with --exclude.',
  });
}
