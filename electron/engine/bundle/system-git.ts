import { type SimpleGit, simpleGit } from 'simple-git';

/** The system's git in a folder; it never asks on the terminal, which belongs to the progress bar. */
export function systemGit(directory: string, signal?: AbortSignal): SimpleGit {
  const git = simpleGit({ baseDir: directory, ...(signal === undefined ? {} : { abort: signal }) });
  return git;
}

export interface Author {
  name: string;
  email: string;
}

/** Who commits: the user's own name and address where git knows them. */
export async function commitAuthor(directory: string): Promise<Author> {
  const name = await configured(directory, 'user.name');
  const email = await configured(directory, 'user.email');
  return { name: name ?? 'Slipway', email: email ?? 'slipway@localhost' };
}

/** Whether `git lfs install` was run for this user or machine. */
export async function hasLfs(directory: string): Promise<boolean> {
  if ((await configured(directory, 'filter.lfs.process')) === undefined) return false;
  return systemGit(directory)
    .raw(['lfs', 'version'])
    .then(
      () => true,
      () => false,
    );
}

/** A value of git's configuration; undefined where it is not set or git is not installed. */
async function configured(directory: string, key: string): Promise<string | undefined> {
  const value = await systemGit(directory)
    .raw(['config', '--get', key])
    .catch(() => '');
  return value.trim() === '' ? undefined : value.trim();
}
