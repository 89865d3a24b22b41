import { once } from 'node:events';
import { connect, createServer, type NetConnectOpts, type Socket } from 'node:net';
import { Transform } from 'node:stream';

/** A port of the loopback that leads somewhere else, and can stop doing so. */
export interface Relay {
  port: number;
  /** Cuts all connections; new ones are taken. */
  cut(): void;
  /** Cuts a connection once so many more bytes have come from the other side. */
  cutAfter(bytes: number): void;
  /**
   * Lets the first connection that brings what is looked for bring nothing more: whatever waits for it goes on waiting.
   * Other connections are as before. Resolves when it has come to that.
   */
  holdAt(isReached: (chunk: Buffer, brought: number) => boolean): Promise<void>;
  /** Cuts all connections and takes no more. */
  close(): void;
}

export async function startRelay(to: NetConnectOpts): Promise<Relay> {
  const sockets = new Set<Socket>();
  let allowed = Number.POSITIVE_INFINITY;
  let isHeldAt: (chunk: Buffer, brought: number) => boolean = () => false;
  const server = createServer((client) => {
    const upstream = connect(to);
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => sockets.delete(socket));
    }
    client.on('close', () => upstream.destroy());
    client.pipe(upstream).pipe(counted()).pipe(client);
  });
  const cut = () => {
    for (const socket of sockets) socket.destroy();
  };
  /** Lets bytes through as long as some are allowed. */
  function counted(): Transform {
    let brought = 0;
    return new Transform({
      transform(chunk: Buffer, _encoding, done) {
        brought += chunk.length;
        // Not done, then: no more is taken.
        if (isHeldAt(chunk, brought)) return void this.push(chunk);
        allowed -= chunk.length;
        if (allowed > 0) return done(undefined, chunk);
        allowed = Number.POSITIVE_INFINITY;
        cut();
        done();
      },
    });
  }
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The relay has no port.');
  return {
    port: address.port,
    cut,
    cutAfter(bytes) {
      allowed = bytes;
    },
    holdAt(isReached) {
      return new Promise((resolve) => {
        isHeldAt = (chunk, brought) => {
          if (!isReached(chunk, brought)) return false;
          isHeldAt = () => false;
          resolve();
          return true;
        };
      });
    },
    close() {
      server.close();
      cut();
    },
  };
}
