import type { ChildProcess } from 'node:child_process';
import type { Duplex, Writable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { SlipwayError } from '../../../shared/errors.ts';
import { sentence } from '../../../shared/text/sentence.ts';
import { printable } from '../text/printable.ts';
import { startGit } from './git-process.ts';

export interface GitOptions {
  /** Standard input: paths and messages, which an argument vector would show to everybody. */
  input?: string;
  signal?: AbortSignal | undefined;
  /** Variables beside those that git inherits. */
  environment?: NodeJS.ProcessEnv;
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

/** What is kept of standard error; the telling lines are the last ones. */
const longestError = 64 * 1024;

/**
 * Runs the system's git in a folder, see {@link startGit}. Rejects with `git.failed` where there is no git, and, once git
 * has ended, with the signal's reason.
 */
export async function runGit(directory: string, args: string[], options: GitOptions = {}): Promise<GitOutcome> {
  const { input = '', signal, environment, serve } = options;
  signal?.throwIfAborted();
  const { child, channel, stop, leave } = startGit(directory, args, { asks: serve !== undefined, environment });
  const cancel = () => {
    child.once('exit', leave);
    stop();
  };
  signal?.addEventListener('abort', cancel, { once: true });
  try {
    const { stdin, stdout, stderr } = child;
    const ended = exitOf(child);
    feed(stdin, input);
    if (channel !== undefined) serve?.(channel);
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
    signal?.removeEventListener('abort', cancel);
    leave();
  }
}

/** Runs git where everything but success is an error: its standard output. */
export async function git(directory: string, args: string[], options: GitOptions = {}): Promise<string> {
  const { code, stdout, stderr } = await runGit(directory, args, options);
  if (code === 0) return stdout;
  const [, lock] = /Unable to create '(.+\.lock)': File exists/.exec(stderr) ?? [];
  if (lock !== undefined) throw locked(printable(lock));
  throw new SlipwayError('git.failed', sentence`Git failed: ${tellingLine(stderr)}`, {
    hint: sentence`Try the same by hand: git status in the folder says more.`,
  });
}

function locked(file: string): SlipwayError {
  return new SlipwayError('git.failed', sentence`Another Git is at work in this folder, or was ended in the middle.`, {
    hint: sentence`Wait until it has ended. If none is running any more, remove ${file}.`,
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
    child.once('error', (cause: NodeJS.ErrnoException) => reject(cause.code === 'ENOENT' ? notThere(cause) : cause));
    child.once('exit', (code) => (code === notFound ? reject(notThere()) : resolve(code ?? -1)));
  });
}

/** What a shell answers that finds no such program. */
const notFound = 127;

function notThere(cause?: Error): SlipwayError {
  return new SlipwayError('git.failed', sentence`Git is not installed on this machine, or the folder is gone.`, {
    hint: sentence`Install Git from https://git-scm.com or with your package manager.`,
    cause,
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
