import type { ServerInput } from '../../../shared/contract/inputs.ts';
import type { JobContext } from '../job-context.ts';
import type { RemoteHost } from '../remote/remote-host.ts';
import type { Cleanup } from './cleanup.ts';
import { connectServer } from './connect-server.ts';
import type { ServerLink } from './site.ts';

/** Connects for the length of a job; what was connected, also after a drop, is closed with it. */
export async function openServer(
  server: ServerInput,
  cleanup: Cleanup,
  job: JobContext,
): Promise<Omit<ServerLink, 'facts'>> {
  const open = async (): Promise<RemoteHost> => {
    const host = await connectServer(server, job);
    cleanup.defer(() => host.close());
    return host;
  };
  return { host: await open(), reconnect: open };
}
