import type { ServerInput } from '../../../shared/contract/inputs.ts';
import type { Facts } from '../../../shared/model/facts.ts';
import type { JobContext } from '../job-context.ts';
import { connectServer } from './connect-server.ts';

/** Facts only: one connection, one exec. What reads them is loaded while the server answers. */
export async function scanServer(input: { server: ServerInput }, job: JobContext): Promise<Facts> {
  const loading = import('../probes/scan.ts');
  const host = await connectServer(input.server, job);
  try {
    const { scan } = await loading;
    return await scan(host, job);
  } finally {
    await host.close();
  }
}
