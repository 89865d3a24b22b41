import { type ChildProcess, spawn } from 'node:child_process';
import type { Duplex, Writable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { SlipwayError } from '../../../shared/errors.ts';
import { sentence } from '../../../shared/text/sentence.ts';

export interface GitOptions {
  /** Standard input: paths and messages, which an argument vector would show to everybody. */
  input?: string;
  signal?: AbortSignal | undefined;
  /** Each line of standard error, progress included, as it comes. */
  onLine?(line: string): void;
  /** Serves what git and its helpers write to file descriptor 3, and answers there. */
  serve?(channel: Duplex): void;
}

export interface GitOutcome {
  code: number;
  stdout: string;
  stderr: string;
}

/** A project may come from somebody else: looking at it must not run the program that its configuration names. */
const harmless = ['-c', 'core.fsmonitor=false'];

/** What is kept of standard error; the telling lines are the last ones. */
const longestError = 64 * 1024;

/**
 * Runs the system's git in a folder, as its user set it up, with messages in English. It never asks on the terminal, which
 * belongs to the progress bar. Rejects with `git.failed` where there is no git, and with the signal's reason.
 */
export async function runGit(directory: string, args: string[], options: GitOptions = {}): Promise<GitOutcome> {
  const { input = '', signal, serve } = options;
  signal?.throwIfAborted();
  const child = spawn('git', [...harmless, ...args], {
    cwd: directory,
    env: { ...inherited(), GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C' },
    stdio: ['pipe', 'pipe', 'pipe', serve === undefined ? 'ignore' : 'pipe'],
  });
  const leave = () => {
    for (const stream of child.stdio) stream?.destroy();
  };
  // What git has started may outlive it and hold its pipes.
  const stop = () => {
    child.once('exit', leave);
    child.kill();
  };
  signal?.addEventListener('abort', stop, { once: true });
  try {
    const [stdin, stdout, stderr, channel] = child.stdio;
    const ended = exitOf(child);
    feed(stdin, input);
    // A pipe beyond the third is a socket, which goes both ways.
    if (channel instanceof Object && 'write' in channel) serve?.(channel as Duplex);
    const [code, out, err] = await Promise.all([
      ended,
      stdout === null ? Buffer.alloc(0) : buffer(stdout),
      stderr === null ? '' : readLines(stderr, options.onLine),
    ]);
    signal?.throwIfAborted();
    return { code, stdout: out.toString('utf8'), stderr: err };
  } catch (error) {
    signal?.throwIfAborted();
    throw error;
  } finally {
    signal?.removeEventListener('abort', stop);
    leave();
  }
}

/** Runs git where everything but success is an error: its standard output. */
export async function git(directory: string, args: string[], options: GitOptions = {}): Promise<string> {
  const { code, stdout, stderr } = await runGit(directory, args, options);
  if (code === 0) return stdout;
  throw new SlipwayError('git.failed', sentence`Git failed: ${tellingLine(stderr)}`, {
    hint: sentence`Try the same by hand: git status in the folder says more.`,
  });
}

/** The line of git's words that says most. */
export function tellingLine(stderr: string): string {
  const lines = stderr.split(/[\r\n]+/).filter((line) => line.trim() !== '');
  const telling = lines.find((line) => /^(?:fatal|error|ssh|Permission|Host key)/i.test(line));
  return (telling ?? lines.at(-1) ?? sentence`it says nothing.`).trim();
}

function exitOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once('error', (cause: NodeJS.ErrnoException) => {
      if (cause.code !== 'ENOENT') return reject(cause);
      reject(
        new SlipwayError('git.failed', sentence`Git is not installed on this machine, or the folder is gone.`, {
          hint: sentence`Install Git from https://git-scm.com or with your package manager.`,
          cause,
        }),
      );
    });
    child.once('exit', (code) => resolve(code ?? -1));
  });
}

function feed(stdin: Writable | null | undefined, input: string): void {
  // Git that ends early says why; that nobody read the rest adds nothing.
  stdin?.on('error', () => undefined);
  stdin?.end(input);
}

async function readLines(stream: NodeJS.ReadableStream, onLine: GitOptions['onLine']): Promise<string> {
  let text = '';
  let line = '';
  stream.setEncoding('utf8');
  for await (const chunk of stream) {
    text = `${text}${chunk}`.slice(-longestError);
    const lines = `${line}${chunk}`.split(/[\r\n]/);
    line = (lines.pop() ?? '').slice(-longestError);
    for (const one of lines) onLine?.(one);
  }
  return text;
}

/**
 * What of git's own variables is the user's way to reach a server or to be who they are. The others are withheld: GIT_DIR
 * in a hook's environment would lead git to another repository, an editor would wait for a person.
 */
const KEPT = new Set([
  ...['GIT_SSH', 'GIT_SSH_COMMAND', 'GIT_SSH_VARIANT', 'GIT_ASKPASS', 'SSH_ASKPASS', 'GIT_EXEC_PATH'],
  ...['GIT_CONFIG_GLOBAL', 'GIT_CONFIG_SYSTEM', 'GIT_CONFIG_NOSYSTEM'],
  ...['GIT_SSL_CAINFO', 'GIT_SSL_CAPATH', 'GIT_SSL_CERT', 'GIT_SSL_KEY', 'GIT_SSL_NO_VERIFY'],
]);

function inherited(): NodeJS.ProcessEnv {
  const withheld = /^(?:GIT_.*|EDITOR|VISUAL|PAGER)$/i;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => KEPT.has(name) || !withheld.test(name)));
}
