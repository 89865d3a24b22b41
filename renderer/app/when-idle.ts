/** Longest that a task waits for the page to have nothing else to do, in milliseconds. */
const patience = 10_000;

/**
 * Does one task after the other, each when the page has nothing else to do. One that fails is no matter: what it would
 * have brought is fetched, and complained about, when it is needed.
 */
export async function doWhenIdle(tasks: Iterable<() => Promise<unknown>>, signal: AbortSignal): Promise<void> {
  for (const task of tasks) {
    await new Promise<unknown>((resolve) => requestIdleCallback(resolve, { timeout: patience }));
    if (signal.aborted) return;
    await task().catch(() => undefined);
  }
}
