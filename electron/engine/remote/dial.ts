import { connect, type Socket } from 'node:net';
import type { TunnelTarget } from './remote-host.ts';

/** A connected socket of this machine. Rejects with what the system says, and with the signal's reason. */
export function dial(to: TunnelTarget, signal?: AbortSignal): Promise<Socket> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const socket = to.kind === 'unix' ? connect({ path: to.path }) : connect({ host: to.host, port: to.port });
    const settle = () => {
      signal?.removeEventListener('abort', stop);
      socket.off('error', fail);
    };
    const fail = (error: Error) => {
      settle();
      socket.destroy();
      reject(error);
    };
    const stop = () => fail(signal?.reason);
    signal?.addEventListener('abort', stop, { once: true });
    socket.once('error', fail);
    socket.once('connect', () => {
      settle();
      socket.setNoDelay(true);
      resolve(socket);
    });
  });
}
