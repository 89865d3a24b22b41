import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';

/** Where somebody else may be faster once, nobody is that often. */
const mostTries = 5;

/**
 * Starts a server that cannot choose a port by itself. Between the look for a free one and the start somebody else may
 * take it: `start` then gives nothing, and is asked again with another.
 */
export async function onFreePort<Server>(start: (port: number) => Promise<Server | undefined>): Promise<Server> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const server = await start(await freePort());
    if (server !== undefined) return server;
  }
  throw new Error(`Of ${mostTries} ports that were free, each was taken a moment later.`);
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo; // a server that listens on a port has one
  probe.close();
  await once(probe, 'close');
  return port;
}
