import { type SlipwayError, toSlipwayError } from '../../../../shared/errors.ts';
import type { JobContext } from '../../job-context.ts';
import { configured } from '../user-git.ts';
import { createAsking } from './ask-person.ts';
import { type Askpass, hasOwnAskpass, openAskpass } from './open-askpass.ts';
import { marksPrompts } from './ssh-version.ts';

export interface SshUse {
  directory: string;
  /** The host of the address, and its port where that is not the usual one. */
  address: string;
  acceptNewHostKey: boolean;
}

/** What a git is to be run with whose ssh may ask. */
export interface AskingSsh {
  environment: NodeJS.ProcessEnv;
  /** Aborted with the job, or with an error where a question had no answer. */
  signal: AbortSignal;
  /** Why the login is refused, in the light of what was asked. */
  explain(refused: SlipwayError): SlipwayError;
}

/**
 * Lets the ssh that git starts ask through the job: for a passphrase, a password, a code, or whether a host key is the
 * right one. Where the user has a program of their own for that, it goes on asking; on Windows, whose ssh starts no
 * scripts, nobody does.
 */
export async function withAskpass<Result>(
  use: SshUse,
  job: JobContext,
  run: (ssh: AskingSsh) => Promise<Result>,
): Promise<Result> {
  const keepsOwn = hasOwnAskpass(process.env) && !use.acceptNewHostKey;
  const askpass = process.platform === 'win32' || keepsOwn ? undefined : await openAskpass();
  if (askpass === undefined) return run({ environment: {}, signal: job.signal, explain: (refused) => refused });
  const stop = new AbortController();
  const cancel = () => stop.abort(job.signal.reason);
  job.signal.addEventListener('abort', cancel, { once: true });
  try {
    job.signal.throwIfAborted();
    return await run(await startAsking(askpass, use, job, stop));
  } finally {
    job.signal.removeEventListener('abort', cancel);
    await askpass.close();
  }
}

async function startAsking(
  askpass: Askpass,
  { directory, address, acceptNewHostKey }: SshUse,
  job: JobContext,
  stop: AbortController,
): Promise<AskingSsh> {
  let marks: Promise<boolean> | undefined;
  const asking = createAsking({
    ...{ job, address, acceptNewHostKey },
    marked: () => (marks ??= marksPrompts(directory, stop.signal)),
    stop: (why) => stop.abort(why),
  });
  askpass.serve(asking.answer).catch((error: unknown) => stop.abort(toSlipwayError(error)));
  const { environment } = askpass;
  return {
    environment: { ...environment, GIT_ASKPASS: await askpassOfGit(directory) },
    signal: stop.signal,
    explain: asking.explain,
  };
}

/** Git would ask our program for a login over HTTP too, and hand what it is told to the user's credential helpers. */
async function askpassOfGit(directory: string): Promise<string> {
  return process.env.GIT_ASKPASS ?? (await configured(directory, 'core.askPass')) ?? '';
}
