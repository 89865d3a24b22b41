import { mustRun, type RunResult, run } from './run.ts';

/** A command with at least its program. */
export type Command = readonly [string, ...string[]];

function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/** Whether commands can be run as root: by being root, or by sudo, which may ask its password once on the terminal. */
export async function becomesRoot(): Promise<boolean> {
  if (isRoot() || (await run('sudo', ['-n', 'true'])).code === 0) return true;
  if (!process.stdin.isTTY) return false;
  return (await run('sudo', ['-v'], { interactive: true })).code === 0;
}

/** The same command, to be run as root. Call {@link becomesRoot} first. */
export function asRoot(command: Command): Command {
  return isRoot() ? command : ['sudo', '-n', ...command];
}

export function runAsRoot(command: Command): Promise<RunResult> {
  const [program, ...args] = asRoot(command);
  return run(program, args);
}

export function mustRunAsRoot(command: Command): Promise<string> {
  const [program, ...args] = asRoot(command);
  return mustRun(program, args);
}
