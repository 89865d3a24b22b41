import type { Dirent } from 'node:fs';
import { lstat, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ifThere } from '../../disk/if-there.ts';

/** The coarsest file systems keep the time of a file to two seconds. */
const coarseness = 2000;

/**
 * Removes the locks in a repository that were made at a time or later, where whoever made them is known to be gone: a
 * `git commit` that was killed leaves its index locked for ever. See gitrepository-layout(5).
 *
 * @param since in milliseconds of the epoch
 */
export async function removeLocks(gitDirectory: string, since: number): Promise<void> {
  const folders = [gitDirectory, ...(await foldersBelow(join(gitDirectory, 'refs')))];
  for (const folder of folders) {
    for (const entry of await entriesOf(folder)) {
      const path = join(folder, entry.name);
      if (!entry.isFile() || !entry.name.endsWith('.lock')) continue;
      if ((await lstat(path)).mtimeMs >= since - coarseness) await rm(path, { force: true });
    }
  }
}

/** The folder itself and all in it, for the branches whose names have slashes; no link is followed. */
async function foldersBelow(folder: string): Promise<string[]> {
  const children = (await entriesOf(folder)).filter((entry) => entry.isDirectory());
  const below = await Promise.all(children.map(({ name }) => foldersBelow(join(folder, name))));
  return [folder, ...below.flat()];
}

/** None where there is no such folder: the first commit makes it. */
async function entriesOf(folder: string): Promise<Dirent[]> {
  const found = await ifThere(lstat(folder));
  return found?.isDirectory() === true ? readdir(folder, { withFileTypes: true }) : [];
}
