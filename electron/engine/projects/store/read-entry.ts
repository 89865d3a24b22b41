import { lstat, readdir, readFile, readlink } from 'node:fs/promises';
import { join } from 'node:path';
import { ifThere } from '../../disk/if-there.ts';

/** What stands at a path of a project: a file with its content, or a link. */
export type Entry = { kind: 'file'; bytes: Buffer; executable: boolean } | { kind: 'link'; target: string };

/** Undefined where there is nothing, or a folder, or where a link stands on the way. */
export async function readEntry(root: string, path: string): Promise<Entry | undefined> {
  const parts = path.split('/');
  for (let length = 1; length < parts.length; length += 1) {
    if ((await typeOf(join(root, ...parts.slice(0, length)))) !== 'folder') return undefined;
  }
  const file = join(root, path);
  switch (await typeOf(file)) {
    case 'link':
      return { kind: 'link', target: await readlink(file) };
    case 'file':
      return { kind: 'file', bytes: await readFile(file), executable: ((await lstat(file)).mode & 0o100) !== 0 };
    default:
      return undefined;
  }
}

export function textEntry(content: string, executable = false): Entry {
  return { kind: 'file', bytes: Buffer.from(content), executable };
}

/** Whether two entries have the same content; the executable bit is not an edit. */
export function sameEntry(one: Entry | undefined, other: Entry | undefined): boolean {
  if (one?.kind === 'file' && other?.kind === 'file') return one.bytes.equals(other.bytes);
  if (one?.kind === 'link' && other?.kind === 'link') return one.target === other.target;
  return one === other;
}

/** Files and links below a folder, by their path from `root`; nothing of what `skip` names. No link is followed. */
export async function pathsBelow(
  root: string,
  folder = '',
  skip: (path: string) => boolean = () => false,
): Promise<string[]> {
  const entries = (await ifThere(readdir(join(root, folder), { withFileTypes: true }))) ?? [];
  const found: string[] = [];
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (skip(path)) continue;
    if (entry.isDirectory()) found.push(...(await pathsBelow(root, path, skip)));
    else if (entry.isFile() || entry.isSymbolicLink()) found.push(path);
  }
  return found;
}

async function typeOf(path: string): Promise<'file' | 'link' | 'folder' | undefined> {
  const found = await ifThere(lstat(path));
  if (found?.isDirectory()) return 'folder';
  if (found?.isSymbolicLink()) return 'link';
  return found?.isFile() ? 'file' : undefined;
}
