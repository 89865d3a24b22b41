import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import type { DockerContainer } from '../../docker/docker-host.ts';

/** A container for tests: what it is made of is given, the rest is a container that runs and says nothing. */
export function fakeContainer(changes: Partial<DockerContainer> = {}): DockerContainer {
  return {
    id: 'c0ffee',
    name: 'slipway-portal',
    start: async () => undefined,
    state: async () => ({ running: true, exitCode: undefined, oomKilled: false, error: '', pid: 100 }),
    publishedPorts: async () => new Map(),
    logs: async () => '',
    fileEnd: async () => '',
    processes: async () => [],
    exec: async () => undefined,
    dial: async () => {
      throw new Error('connection refused');
    },
    stop: async () => ({ seconds: 0.2, killed: false, exitCode: 0 }),
    remove: async () => undefined,
    ...changes,
  };
}

/** A real connection over the loopback. */
export async function dialLoopback(port: number): Promise<Socket> {
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  return socket;
}
