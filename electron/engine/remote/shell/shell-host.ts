import type { Duplex } from 'node:stream';
import { SlipwayError } from '../../../../shared/errors.ts';
import { sentence } from '../../../../shared/text/sentence.ts';
import type { JobContext } from '../../job-context.ts';
import { printable } from '../../text/printable.ts';
import type { ExecOptions, HostKey, RemoteHost, TunnelTarget } from '../remote-host.ts';
import { run } from '../run.ts';
import endScript from './end.sh?raw';
import { type LaunchOptions, launch, launchWaiting, type SudoPassword } from './launch.ts';
import type { RawProcess, Shell } from './raw-process.ts';
import { noSudoPasswordError } from './shell-errors.ts';

export interface HostParts {
  shell: Shell;
  user: string;
  hostKey?: HostKey;
  /** Where the account is not root: whether to try sudo. */
  sudo: boolean;
  tunnel(to: TunnelTarget): Promise<Duplex>;
  close(): Promise<void>;
}

/**
 * A host out of a shell: finds out that there is a POSIX shell and how root is reached. Rejects with `server.no-shell`
 * or `server.sudo`; closing is then up to the caller.
 */
export async function createShellHost(parts: HostParts, job: JobContext): Promise<RemoteHost> {
  const { shell, user } = parts;
  const ending = new Set<Promise<void>>();
  const password = sudoPassword(parts, job);

  function end(token: string, sudo: boolean): void {
    const ended = endMarked(shell, token, { sudo, password }).finally(() => ending.delete(ended));
    ending.add(ended);
  }

  const { privilege, waiting } = await findPrivilege(parts, {
    password,
    signal: job.signal,
    // It waits for a command and has begun none.
    end: () => {},
  });
  const spare = keepSpare(waiting);
  return {
    label: shell.label,
    user,
    ...(parts.hostKey === undefined ? {} : { hostKey: parts.hostKey }),
    privilege,
    exec(command: string, { privileged, signal, input }: ExecOptions = {}) {
      const sudo = privileged === true && privilege === 'sudo';
      const taken = sudo === (privilege === 'sudo') ? spare.take() : undefined;
      // A shell that sudo has started needs no sudo once more.
      const how = { sudo: sudo && taken === undefined, waiting: taken, password, signal, input };
      return launch(shell, command, { ...how, end: (token) => end(token, sudo) });
    },
    tunnel: parts.tunnel,
    async close() {
      await Promise.all(ending);
      spare.take()?.abandon(new Error('The host was closed.'));
      await parts.close();
    },
  };
}

/** The shell that was started to find out who we are: the first command takes it, unless it has ended by then. */
function keepSpare(waiting: RawProcess): { take(): RawProcess | undefined } {
  let spare: RawProcess | undefined = waiting;
  const take = () => {
    const taken = spare;
    spare = undefined;
    return taken;
  };
  waiting.done.then(take, take);
  return { take };
}

/** end.sh waits two seconds before it kills; a busy server takes its time to look for what to end. */
const endSeconds = 15;

/** One channel for all of it: the shell that said who it is becomes sudo's, where root is asked for. */
async function findPrivilege(
  { shell, sudo }: HostParts,
  how: Omit<LaunchOptions, 'sudo'>,
): Promise<{ privilege: RemoteHost['privilege']; waiting: RawProcess }> {
  const plain = await launchWaiting(shell, { ...how, sudo: false });
  if (plain.userId === '0') return { privilege: 'root', waiting: plain.raw };
  if (!sudo) return { privilege: 'none', waiting: plain.raw };
  const root = await launchWaiting(shell, { ...how, sudo: true, waiting: plain.raw });
  if (root.userId === '0') return { privilege: 'sudo', waiting: root.raw };
  const error = new SlipwayError(
    'server.sudo',
    sentence`sudo on ${shell.label} gives user ${printable(root.userId)} and not root.`,
    { hint: sentence`Check runas_default and the rules for this account in sudoers.` },
  );
  root.raw.abandon(error);
  throw error;
}

/** Asks until sudo takes the answer, which then stays in memory for as long as the host is open. */
function sudoPassword({ shell, user }: HostParts, job: JobContext): SudoPassword {
  let known: Promise<string> | undefined;
  return async (refused) => {
    if (known !== undefined && refused !== undefined && (await known) === refused) known = undefined;
    known ??= askSudoPassword(shell.label, user, refused !== undefined, job);
    return known;
  };
}

async function askSudoPassword(label: string, user: string, refused: boolean, job: JobContext): Promise<string> {
  const question = { kind: 'sudo-password', user, host: label } as const;
  const answer = await job.ask(refused ? { ...question, refused: true } : question);
  if (answer === undefined) throw noSudoPasswordError(label);
  // A line is all that sudo reads: more would become the command's input.
  return answer.replace(/[\r\n][\s\S]*$/, '');
}

/** After an abort: closing a channel does not end a program that neither reads nor writes. */
async function endMarked(shell: Shell, token: string, how: Pick<LaunchOptions, 'sudo' | 'password'>): Promise<void> {
  const options = { ...how, signal: AbortSignal.timeout(endSeconds * 1000), end: () => {} };
  try {
    await run({ label: shell.label, exec: (command) => launch(shell, command, options) }, endScript, {
      input: `${token}\n`,
    });
  } catch {
    // The connection went as well, and there is nobody left to tell: the abort itself is what the caller hears of.
  }
}
