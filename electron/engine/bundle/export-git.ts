import { SlipwayError } from '../../../shared/errors.ts';
import type { JobContext } from '../job-context.ts';
import { commitAuthor, systemGit } from './system-git.ts';

/**
 * Commits what changed in a bundle and pushes it with the system's git, so that SSH keys, agents and credential helpers
 * work as the user set them up. Rejects with `git.failed`; a password in the URL is shown nowhere.
 */
export async function pushBundle(
  request: { directory: string; url: string; branch: string },
  job: JobContext,
): Promise<void> {
  const { directory, url, branch } = request;
  requireAddress(url);
  requireBranch(branch);
  const git = systemGit(directory, job.signal);
  try {
    await commitChanges(directory, git);
    job.emit({ type: 'log', step: 'export', text: `Pushing to ${withoutCredentials(url)}, branch ${branch}` });
    await git.raw(['push', '--', url, `HEAD:refs/heads/${branch}`]);
  } catch (error) {
    job.signal.throwIfAborted();
    throw failed(error, url);
  }
}

async function commitChanges(directory: string, git: ReturnType<typeof systemGit>): Promise<void> {
  await git.raw(['add', '--all', '--', '.']);
  if ((await git.raw(['diff', '--cached', '--name-only'])).trim() === '') return;
  const { name, email } = await commitAuthor(directory);
  const identity = ['-c', `user.name=${name}`, '-c', `user.email=${email}`];
  await git.raw([...identity, 'commit', '--quiet', '--message', 'Changes to the bundle']);
}

/** An address must not be an option, nor one of git's transports that run a command (`ext::sh -c …`). */
function requireAddress(url: string): void {
  const known = /^(?:(?:https?|ssh|git|file):\/\/\S+|[\w.-]+@[\w.-]+:\S+|[\w.-]+:(?!:)\S+|\.{0,2}\/.*)$/;
  if (known.test(url) && !/\p{Cc}/u.test(url)) return;
  throw new SlipwayError('usage', 'This is not the address of a Git repository.', {
    hint: 'Use ssh://, https://, git@host:path or the path of a repository on this machine.',
  });
}

function requireBranch(branch: string): void {
  if (/^[A-Za-z0-9][\w./-]*$/.test(branch) && !/\.\.|\/\/|\.lock$|[./]$/.test(branch)) return;
  throw new SlipwayError('usage', `"${branch.slice(0, 40)}" is not the name of a branch.`, {
    hint: 'Use letters, digits, "-" and "/", such as main.',
  });
}

function withoutCredentials(text: string): string {
  return text.replace(/\/\/[^/\s@]*@/g, '//');
}

function failed(error: unknown, url: string): SlipwayError {
  const text = error instanceof Error ? error.message : String(error);
  const lines = withoutCredentials(text.replaceAll(url, withoutCredentials(url))).split('\n');
  const telling = lines.find((line) => /^(?:fatal|error|remote|ssh|Permission|Host key)/i.test(line)) ?? lines[0] ?? '';
  return new SlipwayError('git.failed', `Git could not push: ${telling.trim()}`, {
    hint: 'Try the same by hand in the bundle: git push URL HEAD:BRANCH',
  });
}
