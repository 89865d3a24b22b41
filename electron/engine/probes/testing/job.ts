import type { JobContext } from '../../job-context.ts';

/** A job that nobody watches or answers. */
export function testJob(changes: Partial<JobContext> = {}): JobContext {
  return {
    signal: new AbortController().signal,
    emit: () => undefined,
    ask: () => Promise.resolve(undefined),
    ...changes,
  };
}
