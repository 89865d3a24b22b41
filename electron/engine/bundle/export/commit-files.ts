import { initRepository, nulled, prepareLargePayloads } from '../git.ts';
import { git, runGit } from '../run-git.ts';
import { commitAuthor, inNameOf } from '../user-git.ts';
import { isRepository, readRepository } from './repository.ts';
import { sortFiles } from './sort-files.ts';

/**
 * Commits what of a project belongs into Git and changed since the last commit; makes the repository where there is none.
 * What must not be in Git any more (a secret, a payload that has become too large) leaves the index, not the disk.
 */
export async function commitFiles(directory: string, message: string, signal: AbortSignal): Promise<void> {
  if (!(await isRepository(directory))) return initRepository(directory, message);
  await prepareLargePayloads(directory);
  const { tracked } = await readRepository(directory, signal);
  const sorted = await sortFiles(directory, tracked);
  const kept = sorted.filter(({ place }) => place === 'git' || place === 'lfs').map(({ path }) => path);
  const keeps = new Set(kept);
  const gone = [...tracked].filter((path) => !keeps.has(path));
  const run = (args: string[], input?: string) =>
    git(directory, args, { signal, ...(input === undefined ? {} : { input }) });
  if (gone.length > 0) await run(['update-index', '-z', '--force-remove', '--stdin'], nulled(gone));
  await run(['update-index', '-z', '--add', '--replace', '--stdin'], nulled(kept));
  const { code } = await runGit(directory, ['diff', '--cached', '--quiet'], { signal });
  if (code === 0) return;
  const author = inNameOf(await commitAuthor(directory));
  await run([...author, 'commit', '--quiet', '--file=-'], message);
}

/** The id of the commit that a repository stands at. */
export async function headCommit(directory: string, signal?: AbortSignal): Promise<string> {
  return (await git(directory, ['rev-parse', 'HEAD'], { signal })).trim();
}
