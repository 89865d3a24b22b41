import { join } from 'node:path';
import { SlipwayError } from '../../../shared/errors.ts';
import { sentence } from '../../../shared/text/sentence.ts';
import { committedFiles } from './committed-files.ts';
import { findNeedles, type Hit } from './find-needles.ts';
import { type KnownSecret, needlesOf } from './secret-needles.ts';

export type { KnownSecret };

/**
 * Looks through every file that Git would keep, payloads included, for the secrets. Rejects with `bundle.invalid` if one
 * is found, naming the file and the secret's name, never its value. A value that stands in one of the `publicFiles`
 * (see `publicFilesOf`) is known to everybody, and nowhere a leak.
 */
export async function checkNoSecrets(
  directory: string,
  secrets: KnownSecret[],
  signal?: AbortSignal,
  publicFiles: ReadonlySet<string> = new Set(),
): Promise<void> {
  const needles = secrets.flatMap(needlesOf);
  if (needles.length === 0) return;
  const hits: Hit[] = [];
  for (const path of await committedFiles(directory)) {
    signal?.throwIfAborted();
    hits.push(...(await findNeedles(join(directory, path), path, needles, signal)));
  }
  const known = new Set(hits.filter(({ place }) => publicFiles.has(place)).map(({ needle }) => `${needle.bytes}`));
  const leak = hits.find(({ needle }) => !known.has(`${needle.bytes}`));
  if (leak !== undefined) throw leaked(leak.place, leak.needle.name);
}

function leaked(place: string, name: string): SlipwayError {
  return new SlipwayError('bundle.invalid', sentence`${place} holds the secret "${name}", and Git would keep it.`, {
    hint: sentence`Take it out of the file, name the file as a secret or as configuration in the plan, or leave it out (--exclude).`,
  });
}
