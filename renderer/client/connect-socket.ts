import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/websocket';
import type { EngineClient } from '../../shared/contract/client.ts';
import { enginePath } from '../../shared/contract/transport.ts';

/** The engine of `slipway serve`, over a WebSocket of the page's own origin. */
export function connectSocket(onLost: () => void, { protocol, host }: Location = location): EngineClient {
  const scheme = protocol === 'https:' ? 'wss:' : 'ws:';
  const socket = new WebSocket(`${scheme}//${host}${enginePath}`);
  socket.addEventListener('close', onLost);
  return createORPCClient(new RPCLink({ websocket: socket }));
}
