/** Longest stretch of work between two chances for the page to answer, in milliseconds. */
const sliceMilliseconds = 12;

/** A generator that yields often enough, a few hundred items apart, is work that can be interrupted. */
export type Work<Result> = Generator<undefined, Result>;

/** Does all of it at once: for what is known to be small. */
export function runAtOnce<Result>(work: Work<Result>): Result {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}

/**
 * Does the work in slices, so that typing and scrolling go on meanwhile; the first is not part of the task that asks for
 * it, which draws the page anew most often. Rejects with the signal's reason when it is aborted.
 */
export async function runInSlices<Result>(
  work: Work<Result>,
  signal: AbortSignal,
  pause: () => Promise<void> = nextTask,
): Promise<Result> {
  for (;;) {
    await pause();
    signal.throwIfAborted();
    const until = performance.now() + sliceMilliseconds;
    while (performance.now() < until) {
      const step = work.next();
      if (step.done === true) return step.value;
    }
  }
}

/** A message, unlike a timer, is not held back by four milliseconds. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}
