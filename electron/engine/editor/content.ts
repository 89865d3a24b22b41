import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { SlipwayError } from '../../../shared/errors.ts';
import type { FileContent } from '../../../shared/model/project-file.ts';
import { sentence } from '../../../shared/text/sentence.ts';
import { isText } from '../payload/select/places.ts';
import { isRecord, isSecret } from '../projects/regenerate/kinds.ts';
import { generatedFile } from '../projects/store/layout.ts';
import { readEntry } from '../projects/store/read-entry.ts';
import { versionOf } from './file-state.ts';
import { canonicalPath, denied, shown } from './paths.ts';

/** More than an editor is good for. */
export const maxTextBytes = 5 * 1024 * 1024;

/** A text of the project; its canonical path is what counts for secrets, whatever a link is called. */
export async function readText(root: string, path: string): Promise<{ real: string; text: string }> {
  const real = await canonicalPath(root, path);
  if (isSecret(real)) throw denied(sentence`${shown(path)} may hold a secret and is not shown.`);
  const { size } = await requireFile(root, real, path);
  if (size > maxTextBytes) throw tooLarge(path, size);
  const bytes = await readFile(join(root, real));
  if (!isText(bytes)) throw denied(sentence`${shown(path)} is not a text file.`);
  return { real, text: bytes.toString('utf8') };
}

/** As {@link readText}, for a file that a person may change. */
export async function readEditable(root: string, path: string): Promise<{ real: string; text: string }> {
  if (isRecord(path)) throw denied(sentence`${shown(path)} is a record that Slipway keeps.`);
  const found = await readText(root, path);
  if (isRecord(found.real)) throw denied(sentence`${shown(path)} is a record that Slipway keeps.`);
  return found;
}

export async function contentOf(root: string, path: string): Promise<FileContent> {
  const { text } = await readText(root, path);
  const base = isRecord(path) ? undefined : await readEntry(root, generatedFile(path));
  const generated = base?.kind === 'file' ? base.bytes.toString('utf8') : undefined;
  return { path, text, version: versionOf(text), ...(generated === undefined ? {} : { generated }) };
}

export function requireSize(path: string, text: string): void {
  const size = Buffer.byteLength(text);
  if (size > maxTextBytes) throw tooLarge(path, size);
}

async function requireFile(root: string, real: string, path: string) {
  const found = await stat(join(root, real));
  if (!found.isFile()) throw denied(sentence`${shown(path)} is not a file.`);
  return found;
}

function tooLarge(path: string, size: number): SlipwayError {
  const megabytes = (bytes: number): string => (bytes / 1024 / 1024).toFixed(1);
  return new SlipwayError(
    'file.denied',
    sentence`${shown(path)} has ${megabytes(size)} MB, too much for this editor.`,
    {
      hint: sentence`Open it with another program; here ${megabytes(maxTextBytes)} MB are the limit.`,
    },
  );
}
