import type { ServerInput } from '../../../shared/contract/inputs.ts';
import { SlipwayError } from '../../../shared/errors.ts';
import type { ServerGreeting } from '../../../shared/model/machine.ts';
import { sentence } from '../../../shared/text/sentence.ts';
import type { JobContext } from '../job-context.ts';
import { connectServer } from '../jobs/connect-server.ts';
import { run } from '../remote/run.ts';
import greetScript from './greet.sh?raw';
import { readGreeting } from './read-greeting.ts';

/**
 * Logs in to a server as a scan would, sudo included where it is wanted, asks who it is, and leaves. Rejects with the
 * `server.*` error that a scan would reject with.
 */
export async function testServer(input: { server: ServerInput }, job: JobContext): Promise<ServerGreeting> {
  const host = await connectServer(input.server, job);
  try {
    const { stdout } = await run(host, greetScript, { signal: job.signal });
    const greeting = readGreeting(stdout.toString('utf8'));
    if (greeting.user === '') throw noAnswer(host.label);
    return { ...greeting, ...(host.hostKey === undefined ? {} : { hostKey: host.hostKey }) };
  } finally {
    await host.close();
  }
}

function noAnswer(label: string): SlipwayError {
  return new SlipwayError('server.protocol', sentence`${label} does not say who it is.`, {
    hint: sentence`Connect as an account that has a POSIX shell with id, uname and tr.`,
  });
}
