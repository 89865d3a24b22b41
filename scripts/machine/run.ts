import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';

export interface RunOptions {
  input?: string | Uint8Array;
  env?: Record<string, string>;
  cwd?: string;
  signal?: AbortSignal;
  /** Milliseconds after which the program is ended; none by default. */
  timeout?: number;
  /** Called with each line of standard output and error while the program runs. */
  onLine?: (line: string) => void;
  /** Leaves standard input and error to the person, for programs that ask a password on the terminal. */
  interactive?: boolean;
}

export interface RunResult {
  /** 127 where the program does not exist, 128 and up where a signal ended it. */
  code: number;
  stdout: string;
  stderr: string;
}

/** Runs a program to its end. A failing program is a value; only cancellation rejects. */
export function run(command: string, args: readonly string[], options: RunOptions = {}): Promise<RunResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, spawnOptions(options));
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    collect(child.stdout, stdout, options.onLine);
    collect(child.stderr, stderr, options.onLine);
    child.on('error', (error: NodeJS.ErrnoException) => {
      if (error.name === 'AbortError') reject(error);
      else resolve({ code: 127, stdout: '', stderr: error.message });
    });
    child.on('close', (code) => {
      resolve({
        code: code ?? 128,
        stdout: Buffer.concat(stdout).toString(),
        stderr: Buffer.concat(stderr).toString(),
      });
    });
    feed(child, options.input);
  });
}

/** Runs a program that is expected to succeed and gives its standard output, trimmed. */
export async function mustRun(command: string, args: readonly string[], options: RunOptions = {}): Promise<string> {
  const result = await run(command, args, options);
  if (result.code !== 0) throw new Error(failure(command, args, result));
  return result.stdout.trim();
}

function spawnOptions(options: RunOptions): SpawnOptions {
  const asks = options.interactive === true;
  return {
    stdio: [asks ? 'inherit' : 'pipe', 'pipe', asks ? 'inherit' : 'pipe'],
    env: { ...process.env, ...options.env },
    ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
    ...(options.signal === undefined ? {} : { signal: options.signal }),
    ...(options.timeout === undefined ? {} : { timeout: options.timeout }),
  };
}

function collect(stream: NodeJS.ReadableStream | null, chunks: Buffer[], onLine?: (line: string) => void): void {
  let rest = '';
  stream?.on('data', (chunk: Buffer) => {
    chunks.push(chunk);
    if (onLine === undefined) return;
    const lines = (rest + chunk.toString()).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) onLine(line);
  });
}

function feed(child: ChildProcess, input: string | Uint8Array | undefined): void {
  // A program that ends before it has read everything is judged by its exit code, not by the broken pipe.
  child.stdin?.on('error', () => undefined);
  child.stdin?.end(input);
}

function failure(command: string, args: readonly string[], result: RunResult): string {
  const said = (result.stderr.trim() || result.stdout.trim()).split('\n').slice(-12).join('\n');
  return `${command} ${args.slice(0, 3).join(' ')} … failed with exit code ${result.code}:\n${said}`;
}
