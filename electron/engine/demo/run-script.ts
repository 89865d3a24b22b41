import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { SlipwayError } from '../../../shared/errors.ts';
import { sentence } from '../../../shared/text/sentence.ts';
import type { JobContext } from '../job-context.ts';
import { printable } from '../text/printable.ts';
import { scriptError } from './script-error.ts';

export interface Script {
  /** Of the checkout. */
  root: string;
  node: string;
  args: readonly string[];
}

/** The telling lines of a failure are the last ones. */
const toldLines = 8;

/**
 * Runs a script of the checkout and gives what it wrote on standard output; what it tells on standard error becomes the
 * job's log. A cancellation is passed on as Ctrl-C, and waited for: the script removes what it began.
 */
export async function runScript({ root, node, args }: Script, job: JobContext): Promise<string> {
  job.signal.throwIfAborted();
  // A group of its own, because the script is several processes deep. Windows has no such groups.
  const grouped = process.platform !== 'win32';
  const child = spawn(node, [...args], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], detached: grouped });
  const stop = () => interrupt(child, grouped);
  job.signal.addEventListener('abort', stop, { once: true });
  try {
    const last: string[] = [];
    const [code, written] = await Promise.all([exitOf(child), text(child.stdout), tell(child, last, job)]);
    job.signal.throwIfAborted();
    if (code === 0) return written;
    throw scriptError(written, last);
  } finally {
    job.signal.removeEventListener('abort', stop);
  }
}

function interrupt(child: ChildProcess, grouped: boolean): void {
  if (child.pid === undefined || child.exitCode !== null) return;
  if (grouped) process.kill(-child.pid, 'SIGINT');
  else child.kill();
}

function exitOf(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve, reject) => {
    child.once('error', (cause) => {
      const message = sentence`Node.js cannot be started: ${cause.message}`;
      reject(
        new SlipwayError('demo.failed', message, {
          hint: sentence`Check that Node.js 20.20 or newer is installed.`,
          cause,
        }),
      );
    });
    child.once('close', resolve);
  });
}

async function tell(child: ChildProcess, last: string[], job: JobContext): Promise<void> {
  if (child.stderr === null) return;
  for await (const line of createInterface({ input: child.stderr })) {
    const told = printable(line, 2000);
    if (told.trim() === '') continue;
    last.push(told);
    if (last.length > toldLines) last.shift();
    job.emit({ type: 'log', step: 'build', text: told });
  }
}
