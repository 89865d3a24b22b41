import { Agent } from 'node:http';
import type { Duplex } from 'node:stream';

/** Opens a byte stream to the engine's socket. */
export type OpenStream = () => Promise<Duplex>;

type Created = (error: Error | null, stream?: Duplex) => void;

/**
 * An http.Agent whose connections are streams of our own making, such as channels of an SSH connection whose host key
 * has been checked. Each request has its stream: channels are cheap, and a build must not hold up a ping.
 */
export function createStreamAgent(open: OpenStream): Agent {
  const agent = new Agent({ keepAlive: false });
  const createConnection = (_options: object, created: Created): void => {
    open().then(
      (stream) => created(null, asSocket(stream)),
      (error: Error) => created(error),
    );
  };
  // Node allows this to be replaced and to answer later; its types know neither.
  return Object.assign(agent, { createConnection });
}

/** Node's HTTP client calls these of a socket; a channel has no use for them. */
function asSocket(stream: Duplex): Duplex {
  const ignored = () => stream;
  return Object.assign(stream, {
    setKeepAlive: ignored,
    setNoDelay: ignored,
    setTimeout: ignored,
    ref: ignored,
    unref: ignored,
    destroySoon: () => stream.destroy(),
  });
}
