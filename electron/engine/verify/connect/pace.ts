import type { Timing } from '../timing.ts';

/** Lets one request through at a time, and no more than so many a second. */
export interface Pace {
  /** Runs the request when its turn has come. */
  next<T>(request: () => Promise<T>, signal: AbortSignal): Promise<T>;
}

export function createPace(requestsPerSecond: number, timing: Timing): Pace {
  const interval = 1000 / requestsPerSecond;
  let previous: Promise<unknown> = Promise.resolve();
  let lastStart = Number.NEGATIVE_INFINITY;

  async function run<T>(request: () => Promise<T>, signal: AbortSignal): Promise<T> {
    const due = lastStart + interval - timing.now();
    if (due > 0) await timing.wait(due, signal);
    signal.throwIfAborted();
    lastStart = timing.now();
    return request();
  }

  return {
    next(request, signal) {
      const turn = previous.then(() => run(request, signal));
      // The queue goes on whatever becomes of this request; its own caller hears of a failure.
      previous = turn.catch(() => undefined);
      return turn;
    },
  };
}
