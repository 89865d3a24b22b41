import { existsSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { SlipwayError } from '../../shared/errors.ts';
import type { DirectoryListing } from '../../shared/model/shell.ts';
import { sentence } from '../../shared/text/sentence.ts';

/** More names than a person reads through; a folder with more is better typed. */
const maxEntries = 2000;

type Entry = DirectoryListing['entries'][number];

/** A folder's subfolders, then its files, each by name. @throws SlipwayError `disk.denied` where it cannot be read. */
export async function listDirectory(path: string | undefined, hidden: boolean): Promise<DirectoryListing> {
  const folder = resolve(path ?? homedir());
  const names = (await namesIn(folder)).filter((name) => hidden || !name.startsWith('.'));
  const entries = await Promise.all(names.slice(0, maxEntries).map((name) => entryOf(join(folder, name), name)));
  const parent = dirname(folder);
  return {
    path: folder,
    ...(parent === folder ? {} : { parent }),
    entries: entries.filter((entry) => entry !== undefined).sort(foldersFirst),
    truncated: names.length > maxEntries,
  };
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).sort((left, right) => left.localeCompare(right));
  } catch (error) {
    throw new SlipwayError('disk.denied', sentence`${folder} cannot be read.`, {
      hint: sentence`Choose another folder, or check its permissions.`,
      cause: error,
    });
  }
}

/** Undefined for what is neither a file nor a folder, and for links that lead nowhere. */
async function entryOf(path: string, name: string): Promise<Entry | undefined> {
  const found = await stat(path).catch(() => undefined);
  if (found?.isDirectory()) return { name, path, kind: 'directory', project: existsSync(join(path, 'slipway.yaml')) };
  return found?.isFile() ? { name, path, kind: 'file', project: false } : undefined;
}

function foldersFirst(left: Entry, right: Entry): number {
  if (left.kind !== right.kind) return left.kind === 'directory' ? -1 : 1;
  return left.name.localeCompare(right.name);
}
