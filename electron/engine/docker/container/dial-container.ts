import type { Duplex } from 'node:stream';
import type { Container } from 'dockerode';
import { SlipwayError } from '../../../../shared/errors.ts';
import { sentence } from '../../../../shared/text/sentence.ts';
import type { Connection } from '../connection.ts';
import { readPublishedPorts } from './read-ports.ts';

/** Connects to a container's port where the Docker host publishes it. */
export async function dialContainer(
  connection: Connection,
  networkOwner: Container,
  port: number,
  protocol: 'tcp',
): Promise<Duplex> {
  connection.job.signal.throwIfAborted();
  const published = (await readPublishedPorts(networkOwner)).get(`${port}/${protocol}`);
  if (published === undefined) {
    throw new SlipwayError('docker.refused', sentence`Port ${port}/${protocol} of the container is not published.`, {
      hint: sentence`The container has ended, or the port is not among those it publishes.`,
    });
  }
  return connection.transport.dial(published);
}
