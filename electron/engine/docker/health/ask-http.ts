import { request } from 'node:http';
import type { DockerContainer } from '../docker-host.ts';
import type { Observation } from './observation.ts';

/** A service that takes longer for one answer is asked again. */
const longestAnswer = 10_000;

/**
 * One GET. Any answer below 500 is `up`; 5xx is `answering`, and so are bytes that are not HTTP, such as those of a TLS
 * port.
 */
export async function askHttp(
  container: DockerContainer,
  port: number,
  path: string,
  signal: AbortSignal,
): Promise<Observation> {
  const socket = await container.dial(port, 'tcp').catch(() => undefined);
  signal.throwIfAborted();
  if (socket === undefined) return 'down';
  try {
    return await new Promise<Observation>((resolve) => {
      const options = { path, headers: { Host: 'localhost', Connection: 'close' }, signal, timeout: longestAnswer };
      const get = request({ ...options, createConnection: () => socket });
      get.once('response', (response) => {
        response.resume();
        resolve((response.statusCode ?? 500) < 500 ? 'up' : 'answering');
      });
      get.once('timeout', () => get.destroy());
      get.on('error', (error) =>
        resolve('code' in error && String(error.code).startsWith('HPE_') ? 'answering' : 'down'),
      );
      get.end();
    });
  } finally {
    socket.destroy();
    signal.throwIfAborted();
  }
}
