import { chmod, copyFile, lstat, mkdir, readlink, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { onDisk } from '../../disk/on-disk.ts';
import { setSecretModes } from '../secret-modes.ts';
import { type Noting, openStaging } from '../staging.ts';
import type { SortedFile } from './sort-files.ts';

export interface Copying {
  signal: AbortSignal;
  copied(file: SortedFile): void;
  noting?: Noting;
}

/**
 * Copies files of a project into a folder that is empty or not there yet: all of them, or, after an error or a
 * cancellation, none. Modes and links are kept.
 */
export async function copyToFolder(
  root: string,
  files: readonly SortedFile[],
  target: string,
  { signal, copied, noting }: Copying,
): Promise<void> {
  const staging = await openStaging(target, noting);
  try {
    for (const file of files) {
      signal.throwIfAborted();
      await onDisk(target, () => copyOne(join(root, file.path), join(staging.path, file.path)));
      copied(file);
    }
    await setSecretModes(staging.path);
    signal.throwIfAborted();
    await staging.commit();
  } finally {
    await staging.discard();
  }
}

async function copyOne(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true });
  const found = await lstat(from);
  if (found.isSymbolicLink()) return symlink(await readlink(from), to);
  await copyFile(from, to);
  await chmod(to, found.mode & 0o777);
}
