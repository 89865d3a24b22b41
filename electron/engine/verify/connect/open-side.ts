import type { Duplex } from 'node:stream';
import { sentence } from '../../../../shared/text/sentence.ts';
import { withDeadline } from './deadline.ts';
import type { Pace } from './pace.ts';
import type { Asked, Side } from './side.ts';

const CONNECT_MILLISECONDS = 10_000;
const TALK_MILLISECONDS = 30_000;

/** A side out of a way to connect. Requests follow one another at the given pace. */
export function openSide(name: Side['name'], connect: (port: number) => Promise<Duplex>, pace: Pace): Side {
  return {
    name,
    ask: (port, talk, signal) => pace.next(() => askOnce(() => connect(port), port, talk, signal), signal),
  };
}

async function askOnce<T>(
  connect: () => Promise<Duplex>,
  port: number,
  talk: (stream: Duplex) => Promise<T>,
  signal: AbortSignal,
): Promise<Asked<T>> {
  let opened: Duplex | undefined;
  // A stream may fail at any time, also while nobody listens to it.
  const ignore = () => undefined;
  try {
    const stream = await withDeadline(connect, {
      milliseconds: CONNECT_MILLISECONDS,
      signal,
      what: sentence`a connection to port ${port}`,
      dispose: (late) => late.on('error', ignore).destroy(),
    });
    opened = stream.on('error', ignore);
    const answer = await withDeadline(() => talk(stream), {
      milliseconds: TALK_MILLISECONDS,
      signal,
      what: sentence`an answer from port ${port}`,
    });
    return { kind: 'answered', answer };
  } catch (error) {
    signal.throwIfAborted();
    return { kind: 'refused', reason: error instanceof Error ? error.message : String(error) };
  } finally {
    opened?.destroy();
  }
}
