import type { JobMessage } from '../engine/jobs/job-stream.ts';

export interface RunningJobs {
  /**
   * A job's stream, made with a signal that `cancel` aborts as well as the call's own. The job counts as running until
   * the stream is over, which is after it has cleaned up.
   */
  follow<Result>(
    open: (signal: AbortSignal) => AsyncGenerator<JobMessage<Result>, void>,
    callSignal: AbortSignal | undefined,
  ): AsyncGenerator<JobMessage<Result>, void>;
  /** False where no such job runs. */
  cancel(id: string): boolean;
  /** Cancels all that run, and resolves when they have cleaned up. */
  end(): Promise<void>;
}

/**
 * The jobs of one engine: to cancel one by its name, and to end the process only when all have cleaned up. `counted`
 * hears how many run, whenever that changes.
 */
export function createRunningJobs(counted: (count: number) => void = () => undefined): RunningJobs {
  const running = new Map<string, AbortController>();
  const waiting: (() => void)[] = [];
  return {
    async *follow(open, callSignal) {
      const cancel = new AbortController();
      const forward = () => cancel.abort(callSignal?.reason);
      if (callSignal?.aborted) forward();
      callSignal?.addEventListener('abort', forward, { once: true });
      let id: string | undefined;
      try {
        for await (const message of open(cancel.signal)) {
          if (message.type === 'started') {
            id = message.job;
            running.set(id, cancel);
            counted(running.size);
          }
          yield message;
        }
      } finally {
        callSignal?.removeEventListener('abort', forward);
        if (id !== undefined && running.delete(id)) counted(running.size);
        if (running.size === 0) for (const resolve of waiting.splice(0)) resolve();
      }
    },
    cancel(id) {
      running.get(id)?.abort();
      return running.has(id);
    },
    async end() {
      for (const cancel of running.values()) cancel.abort();
      if (running.size > 0) await new Promise<void>((resolve) => waiting.push(resolve));
    },
  };
}
