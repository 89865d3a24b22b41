import type { JobContext } from '../job-context.ts';

/** A line for the log of the job's first step. */
export function logConnect(job: JobContext, text: string): void {
  job.emit({ type: 'log', step: 'connect', text });
}

/** Rejects with the signal's reason as soon as it aborts, else settles as `work` does. */
export async function abortable<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return work;
  // Lost interest is no reason for an unhandled rejection.
  work.catch(() => {});
  let stop = () => {};
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason);
    signal.addEventListener('abort', stop, { once: true });
  });
  try {
    signal.throwIfAborted();
    return await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
