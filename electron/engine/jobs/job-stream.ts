import { randomUUID } from 'node:crypto';
import type { ErrorData } from '../../../shared/errors.ts';
import { toSlipwayError } from '../../../shared/errors.ts';
import type { JobEvent, Question } from '../../../shared/model/events.ts';
import type { JobContext } from '../job-context.ts';
import type { PendingQuestions } from './pending-questions.ts';

export type JobMessage<Result> =
  | { type: 'started'; job: string }
  | JobEvent
  | { type: 'question'; id: string; question: Question }
  | { type: 'result'; result: Result }
  | { type: 'error'; error: ErrorData };

/**
 * Runs a job and streams what it tells. The stream always closes with one `result` or one `error`. Whoever stops
 * reading cancels the job; the generator then ends only after the job has cleaned up.
 */
export async function* streamJob<Result>(
  run: (job: JobContext) => Promise<Result>,
  questions: PendingQuestions,
  signal: AbortSignal | undefined,
): AsyncGenerator<JobMessage<Result>, void> {
  const id = randomUUID();
  const cancel = new AbortController();
  const forward = () => cancel.abort(signal?.reason);
  if (signal?.aborted) forward();
  signal?.addEventListener('abort', forward, { once: true });

  const queue = createQueue<JobMessage<Result>>();
  queue.push({ type: 'started', job: id });
  let asked = 0;
  const job: JobContext = {
    signal: cancel.signal,
    emit: (event) => queue.push(event),
    ask(question) {
      asked += 1;
      const questionId = String(asked);
      queue.push({ type: 'question', id: questionId, question });
      return questions.wait(id, questionId, cancel.signal);
    },
  };
  const ended = runToMessage(run, job).then((last) => {
    queue.push(last);
    queue.close();
  });
  try {
    yield* queue.drain();
  } finally {
    cancel.abort();
    signal?.removeEventListener('abort', forward);
    await ended;
  }
}

async function runToMessage<Result>(
  run: (job: JobContext) => Promise<Result>,
  job: JobContext,
): Promise<JobMessage<Result>> {
  try {
    return { type: 'result', result: await run(job) };
  } catch (error) {
    // Whatever breaks while everything is being torn down is a consequence of the cancellation, not news.
    if (job.signal.aborted) return { type: 'error', error: { code: 'cancelled', message: 'Cancelled.' } };
    return { type: 'error', error: toSlipwayError(error).toData() };
  }
}

function createQueue<T>() {
  const items: T[] = [];
  let closed = false;
  let wake: () => void = () => {};
  return {
    push(item: T) {
      items.push(item);
      wake();
    },
    close() {
      closed = true;
      wake();
    },
    async *drain(): AsyncGenerator<T, void> {
      for (;;) {
        const batch = items.splice(0);
        for (const item of batch) yield item;
        if (items.length > 0) continue;
        if (closed) return;
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    },
  };
}
