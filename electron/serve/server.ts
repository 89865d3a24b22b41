import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { enginePath } from '../../shared/contract/transport.ts';
import { SlipwayError } from '../../shared/errors.ts';
import type { AppRouter } from '../bridge/router.ts';
import { maxMessageBytes, serveSocket } from '../bridge/websocket.ts';
import { admit, type Door } from './admit.ts';
import { socketRefusal } from './guard.ts';
import { type ServeFile, sendPage } from './page-files.ts';
import { createSession } from './session.ts';

export interface PageServer {
  port: number;
  /** The link that lets one browser in. */
  url: string;
  /** Stops listening and lets go of every page, which cancels what they had running. */
  close(): Promise<void>;
}

export interface PageServerOptions {
  /** 0 takes any free one. */
  port: number;
  router: AppRouter;
  file: ServeFile;
}

/** The app for a browser on this machine: on the loopback addresses alone, IPv4 and, where there is one, IPv6. */
export async function startPageServer({ port: wanted, router, file }: PageServerOptions): Promise<PageServer> {
  const first = await listen('127.0.0.1', wanted);
  const { port } = first.address() as AddressInfo; // a server that listens on a port has one
  const second = await listen('::1', port).catch(() => undefined);
  const door: Door = { port, session: createSession(port) };
  const sockets = new WebSocketServer({ noServer: true, maxPayload: maxMessageBytes });
  const servers = second === undefined ? [first] : [first, second];
  for (const server of servers) {
    server.on('request', (request, response) => {
      const admission = admit(request, door);
      if (admission.kind === 'file') file(request, response, admission.pathname);
      else sendPage(response, admission.status, admission.page, admission.cookie);
    });
    server.on('upgrade', (request, socket, head) => upgrade({ request, socket, head }, door, sockets, router));
  }
  return {
    port,
    url: `http://127.0.0.1:${port}/?token=${door.session.token}`,
    async close() {
      for (const socket of sockets.clients) socket.terminate();
      await Promise.all(servers.map(stop));
    },
  };
}

async function listen(host: string, port: number): Promise<Server> {
  const server = createServer();
  try {
    await once(server.listen({ host, port, ipv6Only: true }), 'listening');
    return server;
  } catch (error) {
    throw new SlipwayError('usage', `Port ${port} of ${host} cannot be used here: ${(error as Error).message}.`, {
      hint: 'Choose another with --port, or leave it out.',
      cause: error,
    });
  }
}

async function stop(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  server.closeAllConnections();
  await closed;
}

interface Upgrade {
  request: IncomingMessage;
  socket: Duplex;
  head: Buffer;
}

function upgrade({ request, socket, head }: Upgrade, door: Door, sockets: WebSocketServer, router: AppRouter): void {
  const { headers, url } = request;
  const allowed =
    url === enginePath && socketRefusal(headers, door.port) === undefined && door.session.holds(headers.cookie);
  socket.on('error', () => socket.destroy());
  if (!allowed) return void socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
  sockets.handleUpgrade(request, socket, head, (page) => serveSocket(router, page));
}
