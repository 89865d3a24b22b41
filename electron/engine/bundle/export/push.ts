import { sentence } from '../../../../shared/text/sentence.ts';
import type { JobContext } from '../../job-context.ts';
import { type AskingSsh, withAskpass } from '../askpass/with-askpass.ts';
import { git, runGit } from '../run-git.ts';
import { hostOf, withoutCredentials } from './address.ts';
import { askLogin, askUs, type Login, serveCredentials } from './credentials.ts';
import { isLoginRefused, pushError } from './push-error.ts';
import { createPushProgress } from './push-progress.ts';

interface Push {
  directory: string;
  url: string;
  branch: string;
  /** Over SSH: record a host key that is not known without asking. */
  acceptNewHostKey?: boolean;
}

/** A person mistypes; a program that answers gives the same answer again, which ends it sooner. */
const loginAttempts = 3;

/**
 * Pushes the last commit to a branch with the system's git: first as its user set it up (keys, agents, credential
 * helpers), where ssh may ask through the job; then, where an http address refuses that, with user and password that the
 * job is asked for. Rejects with `git.auth`, `git.rejected`, `git.unreachable` or `git.failed`.
 */
export async function push(request: Push, job: JobContext): Promise<void> {
  const { directory, url, branch, acceptNewHostKey = false } = request;
  job.emit({ type: 'log', step: 'export', text: sentence`Pushing to ${withoutCredentials(url)}, branch ${branch}` });
  await withAskpass({ directory, address: hostOf(url), acceptNewHostKey }, job, (ssh) => pushAsking(request, ssh, job));
  await rememberRemote(directory, url, job.signal);
}

async function pushAsking(request: Push, ssh: AskingSsh, job: JobContext): Promise<void> {
  const { url } = request;
  let failure = await attempt(request, undefined, ssh, job);
  // Windows hands no further file descriptors on to git's helpers; its git brings a credential manager of its own.
  const canAsk = /^https?:/i.test(url) && process.platform !== 'win32';
  const given = new Set<string>();
  for (let tries = 0; canAsk && tries < loginAttempts && failure !== undefined && isLoginRefused(failure); tries += 1) {
    const login = onlyOnce(askLogin(url, job), given);
    const next = await attempt(request, login.ask, ssh, job);
    // Nobody answered: what the first attempt was told says more.
    if (next !== undefined && !login.isNew()) break;
    failure = next;
  }
  if (failure !== undefined) throw failure;
}

async function attempt(
  { directory, url, branch }: Push,
  login: Login | undefined,
  { environment, signal, explain }: AskingSsh,
  job: JobContext,
) {
  const asking = login === undefined ? [] : askUs;
  let refused: unknown;
  const outcome = await runGit(directory, [...asking, 'push', '--progress', '--', url, `HEAD:refs/heads/${branch}`], {
    ...{ environment, signal },
    onLine: createPushProgress(job),
    ...(login && {
      serve: (channel) => {
        serveCredentials(channel, login).catch((error: unknown) => {
          refused = error;
          channel.destroy();
        });
      },
    }),
  });
  if (refused !== undefined) throw refused;
  return outcome.code === 0 ? undefined : explain(pushError(outcome.stderr, url));
}

/** A login that notices when it is given what was refused before, or nothing. */
function onlyOnce(login: Login, given: Set<string>): { ask: Login; isNew(): boolean } {
  let fresh = false;
  return {
    isNew: () => fresh,
    async ask(asked) {
      const answer = await login(asked);
      const key = JSON.stringify(answer);
      if (answer === undefined || given.has(key)) return undefined;
      given.add(key);
      fresh = true;
      return answer;
    },
  };
}

/** The first address that took a push is offered the next time, here and by plain `git push`. */
async function rememberRemote(directory: string, url: string, signal: AbortSignal): Promise<void> {
  if ((await git(directory, ['remote'], { signal })).trim() === '') {
    await git(directory, ['remote', 'add', 'origin', url], { signal });
  }
}
