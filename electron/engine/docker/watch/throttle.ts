import { setTimeout as sleep } from 'node:timers/promises';

/** How time passes; tests have their own. */
export interface Clock {
  now(): number;
  wait(milliseconds: number, signal: AbortSignal | undefined): Promise<void>;
}

const realClock: Clock = {
  now: () => performance.now(),
  wait: async (milliseconds, signal) => sleep(milliseconds, undefined, signal === undefined ? {} : { signal }),
};

/**
 * Passes chunks on no faster than so many bytes a second, after a first burst of as many. What comes faster waits with
 * its sender: nothing is lost, and nothing piles up here or at a slow reader.
 */
export async function* throttle(
  chunks: AsyncIterable<Buffer>,
  bytesPerSecond: number,
  signal: AbortSignal | undefined,
  clock: Clock = realClock,
): AsyncGenerator<Buffer> {
  let allowance = bytesPerSecond;
  let last = clock.now();
  for await (const chunk of chunks) {
    yield chunk;
    const now = clock.now();
    allowance = Math.min(bytesPerSecond, allowance + ((now - last) / 1000) * bytesPerSecond) - chunk.length;
    last = now;
    if (allowance < 0) await clock.wait((-allowance / bytesPerSecond) * 1000, signal);
  }
}
