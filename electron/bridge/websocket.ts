import { RPCHandler } from '@orpc/server/ws';
import type { WebSocket } from 'ws';
import type { AppRouter } from './router.ts';

/** The largest message that a page may send: an edited file, generously. */
export const maxMessageBytes = 64 * 1024 * 1024;

/** Serves the contract to one page over its socket; when the socket closes, what the page had running is cancelled. */
export function serveSocket(router: AppRouter, socket: WebSocket): void {
  // What goes wrong on the wire is followed by `close`, and that does all there is to do.
  socket.on('error', () => undefined);
  void new RPCHandler(router).upgrade(socket);
}
