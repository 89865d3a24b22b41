import type { JobContext } from '../../job-context.ts';
import type { Surroundings } from '../endpoint/choose-endpoint.ts';
import type { Endpoint } from '../endpoint/endpoint.ts';
import { tcpTransport, unixTransport } from './local-transports.ts';
import { sshTransport } from './ssh-transport.ts';
import type { Transport } from './transport.ts';

/** The way to an endpoint; only for SSH is anything connected yet. */
export async function openTransport(
  endpoint: Endpoint,
  job: JobContext,
  surroundings: Surroundings,
): Promise<Transport> {
  if (endpoint.kind === 'unix') return unixTransport(endpoint);
  if (endpoint.kind === 'tcp') return tcpTransport(endpoint);
  return sshTransport(endpoint, job, surroundings);
}
