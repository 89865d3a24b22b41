import { runGit } from './run-git.ts';

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

/** The options that make git commit in somebody's name. */
export function inNameOf({ name, email }: Author): string[] {
  return ['-c', `user.name=${name}`, '-c', `user.email=${email}`];
}

/** Whether `git lfs install` was run for this user or machine. */
export async function hasLfs(directory: string): Promise<boolean> {
  if ((await configured(directory, 'filter.lfs.process')) === undefined) return false;
  return succeeds(directory, ['lfs', 'version']);
}

/** A value of git's configuration; undefined where it is not set or git is not installed. */
export async function configured(directory: string, key: string): Promise<string | undefined> {
  const outcome = await runGit(directory, ['config', '--get', key]).catch(() => undefined);
  const value = outcome?.code === 0 ? outcome.stdout.trim() : '';
  return value === '' ? undefined : value;
}

async function succeeds(directory: string, args: string[]): Promise<boolean> {
  return runGit(directory, args).then(
    ({ code }) => code === 0,
    () => false,
  );
}
