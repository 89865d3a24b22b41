import { type SpawnOptions, spawn } from 'node:child_process';
import { once } from 'node:events';

/** Runs a program before the person's eyes, ends it on cancellation, and gives its exit code. */
export async function follow(
  program: string,
  args: readonly string[],
  { signal, ...options }: SpawnOptions & { signal: AbortSignal },
): Promise<number> {
  const child = spawn(program, args, { ...options, stdio: 'inherit' });
  // Not spawn's own signal: that would report the end we asked for as an error.
  const end = () => child.kill('SIGTERM');
  if (signal.aborted) end();
  signal.addEventListener('abort', end, { once: true });
  const [code] = await once(child, 'exit');
  signal.removeEventListener('abort', end);
  return typeof code === 'number' ? code : 1;
}
