import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import { BRANCH } from '../git.ts';
import { git, runGit } from '../run-git.ts';
import { withoutCredentials } from './address.ts';

/** What Git knows of a project; a folder that is no repository yet has the branch that its first commit will be on. */
export interface Repository {
  exists: boolean;
  /** Empty where no branch is checked out. */
  branch: string;
  /** Addresses, without credentials. */
  remotes: string[];
  /** Paths in the index. */
  tracked: ReadonlySet<string>;
  /** Tracked paths whose file differs from the last commit, or is gone. */
  changed: string[];
}

const none: Repository = { exists: false, branch: BRANCH, remotes: [], tracked: new Set(), changed: [] };

/** Changes nothing. A repository around the folder is not the project's own, and plays no part. */
export async function readRepository(directory: string, signal?: AbortSignal): Promise<Repository> {
  if (!(await isRepository(directory))) return none;
  const options = { signal };
  const branch = (await git(directory, ['branch', '--show-current'], options)).trim();
  const tracked = listed(await git(directory, ['ls-files', '-z'], options));
  const remotes = await runGit(directory, ['config', '--get-regexp', '^remote\\..*\\.url$'], options);
  const born = (await runGit(directory, ['rev-parse', '--verify', '--quiet', 'HEAD'], options)).code === 0;
  const changed = born ? listed(await git(directory, ['diff', '--name-only', '-z', 'HEAD'], options)) : tracked;
  return { exists: true, branch, remotes: addresses(remotes.stdout), tracked: new Set(tracked), changed };
}

export async function isRepository(directory: string): Promise<boolean> {
  return lstat(join(directory, '.git')).then(
    () => true,
    () => false,
  );
}

function listed(output: string): string[] {
  return output.split('\0').filter((path) => path !== '');
}

function addresses(output: string): string[] {
  const lines = output.split('\n').filter((line) => line !== '');
  return [...new Set(lines.map((line) => withoutCredentials(line.slice(line.indexOf(' ') + 1))))];
}
