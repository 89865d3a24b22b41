import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { EngineClient } from '../../shared/contract/client.ts';
import { portMessages } from '../../shared/contract/transport.ts';

/**
 * The engine of the desktop app. One end of a channel goes to the preload, which hands it on to the engine's process;
 * calls wait in the channel until it is there.
 */
export function connectWindow(onLost: () => void, page: Window = window): EngineClient {
  const { port1, port2 } = new MessageChannel();
  let lost = false;
  const client: EngineClient = createORPCClient(new RPCLink({ port: untilLost(port1, () => lost) }));
  port1.start();
  page.addEventListener('message', ({ source, data }) => {
    if (source !== page || data !== portMessages.lost) return;
    lost = true;
    // A port is not told that its other end is gone: by this, the calls that wait for an answer fail.
    port1.dispatchEvent(new Event('close'));
    onLost();
  });
  page.postMessage(portMessages.connect, page.origin, [port2]);
  return client;
}

/** The port, through which a call fails once the engine is lost, instead of waiting for ever. */
function untilLost(port: MessagePort, isLost: () => boolean): Pick<MessagePort, 'addEventListener' | 'postMessage'> {
  return {
    addEventListener: port.addEventListener.bind(port),
    postMessage(message: unknown) {
      if (isLost()) throw new Error('The engine has ended. Reload the window.');
      port.postMessage(message);
    },
  };
}
