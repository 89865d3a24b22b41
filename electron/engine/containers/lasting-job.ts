import type { JobContext } from '../job-context.ts';

export interface LastingJob {
  /** For what outlives the job that made it: never cancelled by that job's end. */
  lasting: JobContext;
  /** From here on nobody is asked or told, and a cancellation of the job no longer counts. */
  settle(): void;
}

/** A job's context for a connection that others go on using after the job: while it is opened, the person can be asked. */
export function lastingJob(job: JobContext): LastingJob {
  const stop = new AbortController();
  let settled = false;
  const cancel = () => stop.abort(job.signal.reason);
  if (job.signal.aborted) cancel();
  job.signal.addEventListener('abort', cancel, { once: true });
  return {
    lasting: {
      signal: stop.signal,
      emit: (event) => (settled ? undefined : job.emit(event)),
      ask: async (question) => (settled ? undefined : job.ask(question)),
    },
    settle() {
      settled = true;
      job.signal.removeEventListener('abort', cancel);
    },
  };
}

/** Where nobody is there to be asked: what could be told belongs to no job. */
export function silentJob(): JobContext {
  return { signal: new AbortController().signal, emit: () => undefined, ask: async () => undefined };
}
