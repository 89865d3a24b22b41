import { SlipwayError } from '../../shared/errors.ts';

interface Running {
  abort: AbortController;
  questions: Map<string, (answer: string | undefined) => void>;
}

/** The jobs that the fake engine plays now, so that they can be answered and cancelled. */
export function createFakeJobs() {
  const running = new Map<string, Running>();
  let begun = 0;
  return {
    begin(): string {
      begun += 1;
      const job = `job-${begun}`;
      running.set(job, { abort: new AbortController(), questions: new Map() });
      return job;
    },
    end: (job: string) => void running.delete(job),
    cancelled: (job: string) => running.get(job)?.abort.signal,
    question(job: string, id: string): Promise<string | undefined> {
      return new Promise((resolve, reject) => {
        const run = running.get(job);
        run?.questions.set(id, resolve);
        run?.abort.signal.addEventListener('abort', () => reject(run.abort.signal.reason));
      });
    },
    answer(job: string, id: string, value: string | undefined): boolean {
      const resolve = running.get(job)?.questions.get(id);
      resolve?.(value);
      return running.get(job)?.questions.delete(id) ?? false;
    },
    cancel(job: string): boolean {
      const run = running.get(job);
      run?.abort.abort(new SlipwayError('cancelled', 'Cancelled.'));
      return run !== undefined;
    },
  };
}
