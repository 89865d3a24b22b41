/** An engine that does not come back from a step in this time is given up. */
const longestWait = 60_000;

export interface GentleAbort {
  /** To be given to the request. */
  readonly signal: AbortSignal;
  /** To be called whenever the engine has said something: now may be the moment. */
  check(): void;
  dispose(): void;
}

/**
 * A signal that follows another one, but not before `mayAbort` says so. The classic builder does not interrupt an ADD:
 * whoever hangs up in the middle of one leaves an image behind that nothing names. Waiting for the end of that step
 * leaves nothing.
 */
export function createGentleAbort(wanted: AbortSignal, mayAbort: () => boolean): GentleAbort {
  const controller = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  function check(): void {
    if (wanted.aborted && mayAbort()) controller.abort(wanted.reason);
  }
  function onWanted(): void {
    check();
    if (!controller.signal.aborted) timer = setTimeout(() => controller.abort(wanted.reason), longestWait);
  }
  wanted.addEventListener('abort', onWanted, { once: true });
  return {
    signal: controller.signal,
    check,
    dispose() {
      wanted.removeEventListener('abort', onWanted);
      clearTimeout(timer);
    },
  };
}
