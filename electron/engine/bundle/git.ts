import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import { join } from 'node:path';
import isomorphic from 'isomorphic-git';
import { SlipwayError } from '../../../shared/errors.ts';
import { sentence } from '../../../shared/text/sentence.ts';
import { committedFiles } from './committed-files.ts';
import { largePayloads, lockPayloads, trackPayloads } from './large-payloads.ts';
import { PROJECT_STORE } from './layout.ts';
import { git } from './run-git.ts';
import { type Author, commitAuthor, hasLfs, inNameOf } from './user-git.ts';

export const BRANCH = 'main';

/**
 * Makes the folder a Git repository whose first commit holds everything that is not a secret or a local setting, with
 * modes and links kept. A payload over 100 MB goes through Git LFS where that is set up, and else stays out, with
 * `payload.lock` in its place. Needs no git on this machine but for LFS. Rejects with `git.failed`.
 */
export async function initRepository(directory: string, message: string): Promise<void> {
  const author = await commitAuthor(directory);
  const { large, lfs } = await prepareLargePayloads(directory);
  const files = (await committedFiles(directory)).filter((path) => lfs || !large.includes(path));
  try {
    await (lfs ? commitWithLfs : commitAlone)(directory, files, message, author);
  } catch (error) {
    throw new SlipwayError('git.failed', sentence`The first commit failed: ${reasonOf(error)}`, {
      hint: sentence`Check the free space and the rights of the target directory.`,
      cause: error,
    });
  }
}

/** Writes what Git needs so that large payloads are no part of it: attributes for LFS, or locks. */
export async function prepareLargePayloads(directory: string): Promise<{ large: string[]; lfs: boolean }> {
  const files = await committedFiles(directory);
  const large = await largePayloads(directory, files);
  const lfs = large.length > 0 && (await hasLfs(directory));
  if (lfs) await trackPayloads(directory);
  await lockPayloads(directory, files, lfs ? [] : large);
  return { large, lfs };
}

async function commitAlone(dir: string, filepath: string[], message: string, author: Author): Promise<void> {
  const goal = join(dir, '.git');
  // Half a repository would look like a person's own to whoever comes after a kill.
  const gitdir = (await isDirectory(join(dir, PROJECT_STORE))) ? join(dir, PROJECT_STORE, `git-${randomUUID()}`) : goal;
  await isomorphic.init({ fs, dir, gitdir, defaultBranch: BRANCH });
  await isomorphic.add({ fs, dir, gitdir, filepath, force: true });
  await isomorphic.commit({ fs, dir, gitdir, message, author });
  if (gitdir !== goal) await fs.promises.rename(gitdir, goal);
}

async function isDirectory(path: string): Promise<boolean> {
  return fs.promises.stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

/** LFS is a filter of the system's git: isomorphic-git would commit the payload itself. */
async function commitWithLfs(directory: string, files: string[], message: string, author: Author): Promise<void> {
  await git(directory, ['init', '--quiet', '--initial-branch', BRANCH]);
  await git(directory, ['lfs', 'install', '--local']);
  await git(directory, ['update-index', '-z', '--add', '--stdin'], { input: nulled(files) });
  await git(directory, [...inNameOf(author), 'commit', '--quiet', '--file=-'], { input: message });
}

/** Paths as git reads them from its standard input with `-z`. */
export function nulled(paths: readonly string[]): string {
  return paths.map((path) => `${path}\0`).join('');
}

function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return `${text.trim().split('\n')[0] ?? ''}`;
}
