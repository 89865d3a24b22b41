import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';

export interface SilentServer {
  port: number;
  /** Resolves when somebody has connected, with what resolves when that connection is over. */
  visited: Promise<{ gone: Promise<void> }>;
  close(): void;
}

/** Takes connections and says nothing: a job that connects to it waits until it is cancelled. */
export async function startSilentServer(): Promise<SilentServer> {
  const sockets: Socket[] = [];
  const server = createServer((socket) => sockets.push(socket.resume().on('error', () => undefined)));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const visited = once(server, 'connection').then(([socket]: Socket[]) => ({
    gone: new Promise<void>((resolve) => socket?.once('close', () => resolve())),
  }));
  const { port } = server.address() as AddressInfo; // a server that listens on a port has one
  return {
    port,
    visited,
    close() {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}
