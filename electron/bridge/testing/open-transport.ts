import { MessageChannel } from 'node:worker_threads';
import { createORPCClient } from '@orpc/client';
import { RPCLink as PortLink } from '@orpc/client/message-port';
import { RPCLink as SocketLink } from '@orpc/client/websocket';
import { WebSocket } from 'ws';
import type { EngineClient } from '../../../shared/contract/client.ts';
import { enginePath } from '../../../shared/contract/transport.ts';
import type { Engine } from '../../engine/engine.ts';
import { startPageServer } from '../../serve/server.ts';
import { servePort } from '../electron.ts';
import { createMemoryClient } from '../memory.ts';
import { createRouter } from '../router.ts';
import type { ShellPort } from '../shell-port.ts';

export const transports = ['memory', 'websocket', 'message-port'] as const;

/** A front end's end of a transport whose other end is a real one. */
export interface OpenTransport {
  client: EngineClient;
  /** The front end is gone without a word; in memory that can only be that it stops reading. */
  vanish(stream: AsyncIterator<unknown>): Promise<void>;
  close(): Promise<void>;
}

export async function openTransport(
  kind: (typeof transports)[number],
  engine: Engine,
  shell: ShellPort,
): Promise<OpenTransport> {
  if (kind === 'memory') return openMemory(engine, shell);
  return kind === 'websocket' ? openSocket(engine, shell) : openPort(engine, shell);
}

function openMemory(engine: Engine, shell: ShellPort): OpenTransport {
  return {
    client: createMemoryClient(engine, shell),
    async vanish(stream) {
      await stream.return?.();
    },
    close: async () => undefined,
  };
}

async function openSocket(engine: Engine, shell: ShellPort): Promise<OpenTransport> {
  const server = await startPageServer({ port: 0, router: createRouter(engine, shell), file: () => undefined });
  const entered = await fetch(server.url);
  const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? '';
  const origin = `http://127.0.0.1:${server.port}`;
  const socket = new WebSocket(`ws://127.0.0.1:${server.port}${enginePath}`, { headers: { cookie, origin } });
  return {
    // ws is a browser's WebSocket in all that the link uses, but types its events as its own.
    client: createORPCClient(new SocketLink({ websocket: socket as unknown as globalThis.WebSocket })),
    vanish: async () => socket.terminate(),
    close: () => server.close(),
  };
}

async function openPort(engine: Engine, shell: ShellPort): Promise<OpenTransport> {
  const { port1, port2 } = new MessageChannel();
  servePort(createRouter(engine, shell), port1);
  const client: EngineClient = createORPCClient(new PortLink({ port: port2 }));
  port2.start();
  return { client, vanish: async () => port2.close(), close: async () => port2.close() };
}
