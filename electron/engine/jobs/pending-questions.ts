/** The questions that running jobs wait on, so that an answer which comes by another call finds its way. */
export interface PendingQuestions {
  /** False where no such question waits any more. */
  answer(job: string, question: string, value: string | undefined): boolean;
  wait(job: string, question: string, signal: AbortSignal): Promise<string | undefined>;
}

export function createPendingQuestions(): PendingQuestions {
  const waiting = new Map<string, (value: string | undefined) => void>();
  return {
    answer(job, question, value) {
      const key = `${job}/${question}`;
      const resolve = waiting.get(key);
      waiting.delete(key);
      resolve?.(value);
      return resolve !== undefined;
    },
    wait(job, question, signal) {
      const key = `${job}/${question}`;
      return new Promise((resolve, reject) => {
        const onAbort = () => {
          waiting.delete(key);
          reject(signal.reason);
        };
        if (signal.aborted) return onAbort();
        signal.addEventListener('abort', onAbort, { once: true });
        waiting.set(key, (value) => {
          signal.removeEventListener('abort', onAbort);
          resolve(value);
        });
      });
    },
  };
}
