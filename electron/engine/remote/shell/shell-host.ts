import type { Duplex } from 'node:stream';
import { SlipwayError } from '../../../../shared/errors.ts';
import type { JobContext } from '../../job-context.ts';
import type { ExecOptions, RemoteHost, RemoteProcess, TunnelTarget } from '../remote-host.ts';
import { run } from '../run.ts';
import { printable } from '../text.ts';
import endScript from './end.sh?raw';
import { type LaunchOptions, launch } from './launch.ts';
import type { Shell } from './raw-process.ts';
import { noSudoPasswordError } from './shell-errors.ts';

export interface HostParts {
  shell: Shell;
  user: string;
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

  function start(command: string, sudo: boolean, signal: AbortSignal | undefined): Promise<RemoteProcess> {
    const end = (token: string) => {
      const ended = endMarked(shell, token, { sudo, password }).finally(() => ending.delete(ended));
      ending.add(ended);
    };
    return launch(shell, command, { sudo, password, signal, end });
  }

  const privilege = await findPrivilege(parts, start, job.signal);
  return {
    label: shell.label,
    user,
    privilege,
    exec: (command: string, options: ExecOptions = {}) =>
      start(command, options.privileged === true && privilege === 'sudo', options.signal),
    tunnel: parts.tunnel,
    async close() {
      await Promise.all(ending);
      await parts.close();
    },
  };
}

/** end.sh waits two seconds before it kills; a busy server takes its time to look for what to end. */
const endSeconds = 15;

type Start = (command: string, sudo: boolean, signal: AbortSignal | undefined) => Promise<RemoteProcess>;

async function findPrivilege(
  { shell, sudo }: HostParts,
  start: Start,
  signal: AbortSignal,
): Promise<RemoteHost['privilege']> {
  if ((await userId(shell.label, start, false, signal)) === '0') return 'root';
  if (!sudo) return 'none';
  const id = await userId(shell.label, start, true, signal);
  if (id === '0') return 'sudo';
  throw new SlipwayError('server.sudo', `sudo on ${shell.label} gives user ${printable(id)} and not root.`, {
    hint: 'Check runas_default and the rules for this account in sudoers.',
  });
}

async function userId(label: string, start: Start, sudo: boolean, signal: AbortSignal): Promise<string> {
  const host = { label, exec: (command: string) => start(command, sudo, signal) };
  return (await run(host, 'id -u')).stdout.toString().trim();
}

/** Asks once; the answer stays in memory for as long as the host is open. */
function sudoPassword({ shell, user }: HostParts, job: JobContext): () => Promise<string> {
  let known: Promise<string> | undefined;
  return () => {
    known ??= askSudoPassword(shell.label, user, job);
    return known;
  };
}

async function askSudoPassword(label: string, user: string, job: JobContext): Promise<string> {
  const answer = await job.ask({ kind: 'sudo-password', user, host: label });
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
