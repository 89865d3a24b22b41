import type { ServerInput } from '../../../shared/contract/inputs.ts';
import type { Facts } from '../../../shared/model/facts.ts';
import type { JobContext } from '../job-context.ts';
import { scan } from '../probes/scan.ts';
import { connectServer } from './connect-server.ts';

/** Facts only: one connection, one exec. */
export async function scanServer(input: { server: ServerInput }, job: JobContext): Promise<Facts> {
  const host = await connectServer(input.server, job);
  try {
    return await scan(host, job);
  } finally {
    await host.close();
  }
}
