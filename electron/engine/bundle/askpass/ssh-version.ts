import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { configured } from '../user-git.ts';

/**
 * Whether the ssh that git starts marks what the other side prompts for, as OpenSSH does from 8.5 on. It is asked the
 * way git would start it: through a shell, and with the options that the user gives it.
 */
export async function marksPrompts(directory: string, signal: AbortSignal): Promise<boolean> {
  const command = await sshCommand(directory);
  // It prints its version on standard error. A program that is no OpenSSH may fail.
  const said = await promisify(execFile)('/bin/sh', ['-c', `${command} -V`], { signal, timeout: 10_000 }).then(
    ({ stderr }) => stderr,
    () => '',
  );
  const [, major, minor] = /^OpenSSH_(\d+)\.(\d+)/m.exec(said) ?? [];
  return major !== undefined && (Number(major) > 8 || (Number(major) === 8 && Number(minor) >= 5));
}

/** The order is git's, see GIT_SSH in git(1). */
async function sshCommand(directory: string): Promise<string> {
  const { GIT_SSH_COMMAND, GIT_SSH } = process.env;
  return GIT_SSH_COMMAND || (await configured(directory, 'core.sshCommand')) || (GIT_SSH ? '"$GIT_SSH"' : 'ssh');
}
