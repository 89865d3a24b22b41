import { createORPCClient } from '@orpc/client';
import { RPCLink, type SupportedMessagePort } from '@orpc/client/message-port';
import type { AnyRouter } from '@orpc/server';
import { RPCHandler } from '@orpc/server/message-port';
import type { ShellPort } from './shell-port.ts';

/** A port of Electron's main and utility processes, or of Node's worker_threads: both wait until they are started. */
type Port = SupportedMessagePort & { start(): void };

/** Serves a router over a port; when the other side is gone, what it had running is cancelled. */
export function servePort(router: AnyRouter, port: Port): void {
  new RPCHandler(router).upgrade(port);
  port.start();
}

/** The shell as the engine's process sees it. */
export function connectShell(port: Port): ShellPort {
  const client: ShellPort = createORPCClient(new RPCLink({ port }));
  port.start();
  return client;
}
