import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { SlipwayError } from '../../../shared/errors.ts';
import { type JobMessage, streamJob } from './job-stream.ts';
import { createPendingQuestions } from './pending-questions.ts';

async function collect<T>(stream: AsyncIterable<JobMessage<T>>): Promise<JobMessage<T>[]> {
  const messages: JobMessage<T>[] = [];
  for await (const message of stream) messages.push(message);
  return messages;
}

it('streams events in their order and closes with the result', async () => {
  const messages = await collect(
    streamJob(
      async (job) => {
        job.emit({ type: 'log', step: 'scan', text: 'one' });
        await sleep(1);
        job.emit({ type: 'log', step: 'scan', text: 'two' });
        return 42;
      },
      createPendingQuestions(),
      undefined,
    ),
  );
  expect(messages.map((m) => m.type)).toEqual(['started', 'log', 'log', 'result']);
  expect(messages.at(-1)).toEqual({ type: 'result', result: 42 });
});

it('gives an error as data, with its code and hint', async () => {
  const messages = await collect(
    streamJob(
      async () => {
        throw new SlipwayError('server.refused', 'Nothing listens there.', { hint: 'Is sshd running?' });
      },
      createPendingQuestions(),
      undefined,
    ),
  );
  expect(messages.at(-1)).toEqual({
    type: 'error',
    error: { code: 'server.refused', message: 'Nothing listens there.', hint: 'Is sshd running?' },
  });
});

it('hands an answer to the question that waits for it', async () => {
  const questions = createPendingQuestions();
  const stream = streamJob((job) => job.ask({ kind: 'password', user: 'ann', host: 'portal' }), questions, undefined);
  let jobId = '';
  let result: unknown;
  for await (const message of stream) {
    if (message.type === 'started') jobId = message.job;
    if (message.type === 'question') expect(questions.answer(jobId, message.id, 'secret')).toBe(true);
    if (message.type === 'result') result = message.result;
  }
  expect(result).toBe('secret');
  expect(questions.answer(jobId, '1', 'again')).toBe(false);
});

it('ends a cancelled job as cancelled, after it has cleaned up', async () => {
  const cancel = new AbortController();
  let cleaned = false;
  const stream = streamJob(
    async (job) => {
      job.emit({ type: 'log', step: 'scan', text: 'running' });
      try {
        await sleep(60_000, undefined, { signal: job.signal });
      } finally {
        await sleep(5);
        cleaned = true;
      }
    },
    createPendingQuestions(),
    cancel.signal,
  );
  const messages = [];
  for await (const message of stream) {
    messages.push(message);
    if (message.type === 'log') cancel.abort();
  }
  expect(messages.at(-1)).toMatchObject({ type: 'error', error: { code: 'cancelled' } });
  expect(cleaned).toBe(true);
});

it('cancels the job when nobody reads on', async () => {
  let cleaned = false;
  const stream = streamJob(
    async (job) => {
      try {
        await sleep(60_000, undefined, { signal: job.signal });
      } finally {
        cleaned = true;
      }
    },
    createPendingQuestions(),
    undefined,
  );
  for await (const message of stream) {
    if (message.type === 'started') break;
  }
  expect(cleaned).toBe(true);
});
