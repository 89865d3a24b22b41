import fs from 'node:fs';
import git from 'isomorphic-git';
import { SlipwayError } from '../../../shared/errors.ts';
import { committedFiles } from './committed-files.ts';
import { largePayloads, lockPayloads, trackPayloads } from './large-payloads.ts';
import { type Author, commitAuthor, hasLfs, systemGit } from './system-git.ts';

const BRANCH = 'main';

/**
 * Makes the folder a Git repository whose first commit holds everything that is not a secret or a local setting, with
 * modes and links kept. A payload over 100 MB goes through Git LFS where that is set up, and else stays out, with
 * `payload.lock` in its place. Needs no git on this machine but for LFS. Rejects with `git.failed`.
 */
export async function initRepository(directory: string, message: string): Promise<void> {
  const author = await commitAuthor(directory);
  const large = await largePayloads(directory, await committedFiles(directory));
  const lfs = large.length > 0 && (await hasLfs(directory));
  if (lfs) await trackPayloads(directory);
  else await lockPayloads(directory, large);
  const files = (await committedFiles(directory)).filter((path) => lfs || !large.includes(path));
  try {
    await (lfs ? commitWithLfs : commitAlone)(directory, files, message, author);
  } catch (error) {
    throw new SlipwayError('git.failed', `The first commit failed: ${reasonOf(error)}`, {
      hint: 'Check the free space and the rights of the target directory.',
      cause: error,
    });
  }
}

async function commitAlone(dir: string, filepath: string[], message: string, author: Author): Promise<void> {
  await git.init({ fs, dir, defaultBranch: BRANCH });
  await git.add({ fs, dir, filepath, force: true });
  await git.commit({ fs, dir, message, author });
}

/** LFS is a filter of the system's git: isomorphic-git would commit the payload itself. */
async function commitWithLfs(directory: string, files: string[], message: string, author: Author): Promise<void> {
  const system = systemGit(directory);
  await system.init(['--initial-branch', BRANCH]);
  await system.raw(['lfs', 'install', '--local']);
  for (const path of files) await system.raw(['add', '--force', '--', path]);
  const identity = ['-c', `user.name=${author.name}`, '-c', `user.email=${author.email}`];
  await system.raw([...identity, 'commit', '--quiet', '--message', message]);
}

function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return `${text.trim().split('\n')[0] ?? ''}`;
}

/** The id of the commit that the bundle stands at. */
export function headCommit(directory: string): Promise<string> {
  return git.resolveRef({ fs, dir: directory, ref: 'HEAD' });
}
