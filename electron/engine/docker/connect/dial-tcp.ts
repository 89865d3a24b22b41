import { connect, type Socket } from 'node:net';

/** A plain TCP connection, once it stands. */
export function dialTcp(host: string, port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port });
    socket.once('error', reject);
    socket.once('connect', () => {
      socket.off('error', reject);
      // A reset after this moment belongs to whoever reads the stream; without a listener it would end the program.
      socket.on('error', () => undefined);
      resolve(socket);
    });
  });
}
