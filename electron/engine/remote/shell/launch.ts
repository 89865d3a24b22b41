import { randomBytes } from 'node:crypto';
import { createDeadline, type Deadline } from '../deadline.ts';
import { abortable } from '../job-step.ts';
import type { RemoteProcess } from '../remote-host.ts';
import bootstrapScript from './bootstrap.sh?raw';
import launchScript from './launch.sh?raw';
import { readUpTo } from './marker.ts';
import type { RawProcess, Shell } from './raw-process.ts';
import { noShellError, silentShellError, silentSudoError, sudoError } from './shell-errors.ts';

/** Asked for when sudo prompts; rejects where nobody knows it. `refused`: what it gave before. */
export type SudoPassword = (refused?: string) => Promise<string>;

export interface LaunchOptions {
  sudo: boolean;
  password: SudoPassword;
  signal: AbortSignal | undefined;
  /** Ends on the server what runs under the token, after an abort. */
  end: (token: string) => void;
  /** Runs the bootstrap already: taken instead of starting one more. */
  waiting?: RawProcess | undefined;
  /** What the command's standard input begins with: sent together with the command where a shell waits for it. */
  input?: string | Buffer | undefined;
}

/** How long a server may take to begin with a command. A person's answer does not count. */
const startSeconds = 30;

const bootstrap = bootstrapScript.trimEnd().split('\n').at(-1) ?? '';

/**
 * Starts a command in a POSIX shell, whatever the login shell is. Its streams begin where its own output begins, and
 * a password for sudo is sent only when sudo asks, so that it can never become the command's input.
 */
export async function launch(shell: Shell, command: string, options: LaunchOptions): Promise<RemoteProcess> {
  const { raw, token } = await startMarked(shell, command, options);
  return guard(raw, token, options);
}

/** A shell that has said who it runs as and waits for a launcher; see `waiting` in LaunchOptions. */
export async function launchWaiting(
  shell: Shell,
  options: LaunchOptions,
): Promise<{ raw: RawProcess; userId: string }> {
  const { raw } = await startMarked(shell, `id -u\n${bootstrap}`, options);
  try {
    const { marker, before } = await abortable(readUpTo(raw.stdout, ['\n']), options.signal);
    if (marker === undefined) throw noShellError(shell.label, before, Buffer.alloc(0));
    return { raw, userId: before.toString().trim() };
  } catch (error) {
    raw.abandon(error);
    throw error;
  }
}

async function startMarked(
  shell: Shell,
  command: string,
  options: LaunchOptions,
): Promise<{ raw: RawProcess; token: string }> {
  options.signal?.throwIfAborted();
  const token = randomBytes(12).toString('hex');
  const deadline = createDeadline(startSeconds, () =>
    options.sudo ? silentSudoError(shell.label, startSeconds) : silentShellError(shell.label, startSeconds),
  );
  const { waiting, input } = options;
  // Whoever does not yet know that there is a shell, or that sudo asks nothing, sends no more than the command.
  const early = waiting !== undefined && !options.sudo;
  const opening = waiting === undefined ? shell.open(bootstrap) : Promise.resolve(waiting);
  try {
    const raw = await abortable(Promise.race([opening, deadline.expired]), options.signal);
    raw.stdin.write(header(token, command, options.sudo));
    if (input !== undefined && early) raw.stdin.write(input);
    const begun = begin(raw, token, { ...options, label: shell.label, deadline });
    await abortable(Promise.race([begun, deadline.expired]), options.signal);
    if (input !== undefined && !early) raw.stdin.write(input);
    return { raw, token };
  } catch (error) {
    opening.then(
      (raw) => {
        raw.abandon(error);
        // It may have begun just when the abort came.
        if (options.signal?.aborted) options.end(token);
      },
      () => {},
    );
    throw error;
  } finally {
    deadline.clear();
  }
}

/** The launcher and what it reads; see launch.sh. */
function header(token: string, command: string, sudo: boolean): string {
  const lines = command.replace(/\n$/, '').split('\n');
  return `${launchScript}#end\n${[token, sudo ? 'sudo' : 'plain', String(lines.length), ...lines].join('\n')}\n`;
}

interface Beginning {
  label: string;
  sudo: boolean;
  password: SudoPassword;
  deadline: Deadline;
}

/** Waits for the command's beginning on both outputs, and gives sudo its password where it asks. */
async function begin(raw: RawProcess, token: string, { label, sudo, password, deadline }: Beginning): Promise<void> {
  const ready = `${token}-ready`;
  const prompt = `${token}-password`;
  const output = watchOutput(raw, token, ready, label);
  let given: string | undefined;
  for (;;) {
    const { marker, before } = await Promise.race([readUpTo(raw.stderr, [ready, prompt]), output.echoed]);
    if (marker === ready) break;
    if (marker === undefined && !sudo) throw noShellError(label, (await output.found).before, before);
    if (marker === undefined) throw sudoError(label, before, given);
    const answer = await deadline.unhurried(() => password(given));
    // The same again means that a program answers: it will not know a better one.
    if (answer === given) throw sudoError(label, before, given);
    given = answer;
    raw.stdin.write(`${given}\n`);
  }
  const { marker, before } = await output.found;
  if (marker === undefined) throw noShellError(label, before, Buffer.alloc(0));
}

/** Reads standard output up to the command's. What only repeats its input is no shell: `echoed` rejects then. */
function watchOutput(raw: RawProcess, token: string, ready: string, label: string) {
  const found = readUpTo(raw.stdout, [ready, `${token}\n`, `${token}\r`]);
  const echoed = new Promise<never>((_, reject) => {
    found.then(({ marker }) => {
      if (marker !== undefined && marker !== ready)
        reject(noShellError(label, Buffer.from('its own input'), Buffer.alloc(0)));
    }, reject);
  });
  echoed.catch(() => {});
  return { found, echoed };
}

function guard(raw: RawProcess, token: string, { signal, end }: LaunchOptions): RemoteProcess {
  const stop = () => {
    end(token);
    raw.abandon(signal?.reason);
  };
  signal?.addEventListener('abort', stop, { once: true });
  const finished = () => signal?.removeEventListener('abort', stop);
  raw.done.then(finished, finished);
  const exit = abortable(raw.done, signal);
  // Whoever reads the output alone learns of a failure there.
  exit.catch(() => {});
  return { stdin: raw.stdin, stdout: raw.stdout, stderr: raw.stderr, exit };
}
