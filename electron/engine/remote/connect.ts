import type { JobContext } from '../job-context.ts';
import { connectLocal } from './local.ts';
import { openSshClient, type Surroundings } from './open-ssh-client.ts';
import type { RemoteHost, TargetSpec } from './remote-host.ts';
import { createShellHost } from './shell/shell-host.ts';
import { createSshShell } from './shell/ssh-shell.ts';

/**
 * Opens a server: over SSH, or this machine for `local`. Whatever has to be asked (host key, passphrase, password,
 * sudo's password) goes to `job.ask`. Rejects with a `server.*` or `usage` SlipwayError that says what to do, and with
 * the signal's reason where the job is cancelled; leaves nothing open then.
 */
export async function connect(
  target: TargetSpec,
  job: JobContext,
  surroundings: Surroundings = {},
): Promise<RemoteHost> {
  job.signal.throwIfAborted();
  if (target.kind === 'local') return connectLocal(target, job);
  const connection = await openSshClient(target, job, surroundings);
  try {
    const { user, hostKey, tunnel, close } = connection;
    const shell = createSshShell(connection);
    return await createShellHost({ shell, user, hostKey, sudo: target.sudo, tunnel, close }, job);
  } catch (error) {
    await connection.close();
    throw error;
  }
}
