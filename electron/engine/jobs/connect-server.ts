import type { ServerInput } from '../../../shared/contract/inputs.ts';
import type { JobContext } from '../job-context.ts';
import { connect } from '../remote/connect.ts';
import type { RemoteHost } from '../remote/remote-host.ts';
import { parseTarget } from '../remote/target.ts';

/** Connects as the front end asked; the caller closes. */
export function connectServer(server: ServerInput, job: JobContext): Promise<RemoteHost> {
  job.emit({ type: 'progress', step: 'connect', done: 0, unit: 'steps' });
  const target = parseTarget(server.target, {
    identityFiles: server.identityFiles,
    signIn: server.signIn,
    jump: server.jump,
    sudo: server.sudo,
    acceptNewHostKey: server.acceptNewHostKey,
  });
  return connect(target, job);
}
