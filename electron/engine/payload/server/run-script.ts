import { SlipwayError } from '../../../../shared/errors.ts';
import { sentence } from '../../../../shared/text/sentence.ts';
import type { RemoteHost } from '../../remote/remote-host.ts';
import { run } from '../../remote/run.ts';

/** What the survey of a very large workload stays under; more is a runaway tree or a hostile server. */
const maxBytes = 256 * 1024 * 1024;

/** Runs one of our scripts as root where that is allowed, feeds it `input` and gives all it wrote. */
export async function runScript(host: RemoteHost, script: string, input: Buffer, signal: AbortSignal): Promise<Buffer> {
  const { stdout } = await run(host, script, { privileged: true, signal, input, maxBytes });
  signal.throwIfAborted();
  return stdout;
}

/** The error for output that is not what our script writes. */
export function garbled(label: string, what: string): SlipwayError {
  return new SlipwayError('server.protocol', sentence`${label} gave an incomplete answer to ${what}.`, {
    hint: sentence`Check that sh, find, xargs and tar work on the server, then run it again.`,
  });
}
