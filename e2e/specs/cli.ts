import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(fileURLToPath(import.meta.url), '../../..');

/** A line of `--json`, as far as the specs look at it. */
export interface Line {
  type: string;
  step?: string;
  code?: string;
  message?: string;
  text?: string;
  hint?: string;
  workloads?: { name: string; verdict: string; imageId?: string; reasons: string[] }[];
  [key: string]: unknown;
}

export interface CliRun {
  exitCode: number | null;
  lines: Line[];
  stderr: string;
}

export interface CliOptions {
  env?: Record<string, string>;
  stdin?: string;
  cwd?: string;
  /** Called once it was started. */
  onStart?: (hand: Hand) => void;
  /** Called with each line; may send a signal, or stop reading. */
  onLine?: (line: Line, hand: Hand) => void;
}

/** What may be done to a command that runs. */
export interface Hand {
  kill(signal: NodeJS.Signals): void;
  /** Closes the pipe that its output goes to. */
  stopReading(): void;
}

/** Runs the built command line as another program would, with `--json`. */
export function slipway(args: readonly string[], options: CliOptions = {}): Promise<CliRun> {
  const child = spawn(process.execPath, [join(root, 'dist/cli/slipway.js'), '--json', ...args], {
    env: { ...process.env, ...options.env },
    ...(options.cwd !== undefined && { cwd: options.cwd }),
  });
  const hand: Hand = { kill: (signal) => child.kill(signal), stopReading: () => child.stdout.destroy() };
  options.onStart?.(hand);
  const lines: Line[] = [];
  let rest = '';
  let stderr = '';
  child.stdout.on('data', (chunk: Buffer) => {
    const texts = (rest + chunk.toString()).split('\n');
    rest = texts.pop() ?? '';
    for (const text of texts) {
      const line: Line = JSON.parse(text);
      lines.push(line);
      options.onLine?.(line, hand);
    }
  });
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  child.stdin.on('error', () => undefined);
  child.stdin.end(options.stdin ?? '');
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (exitCode) => resolve({ exitCode, lines, stderr }));
  });
}

/** The one error that a failed run prints. */
export function errorOf(run: CliRun): Line {
  const errors = run.lines.filter((line) => line.type === 'error');
  if (errors.length !== 1 || errors[0] === undefined) throw new Error(`Expected one error: ${JSON.stringify(run)}`);
  return errors[0];
}
