import { expect, it } from 'vitest';
import type { JobMessage } from '../engine/jobs/job-stream.ts';
import { createRunningJobs } from './running-jobs.ts';

/** A job's stream that ends when it is cancelled and `cleanUp` has resolved. */
async function* stream(signal: AbortSignal, cleanUp: Promise<void>): AsyncGenerator<JobMessage<string>, void> {
  yield { type: 'started', job: 'one' };
  if (!signal.aborted) await new Promise((resolve) => signal.addEventListener('abort', resolve));
  await cleanUp;
  yield { type: 'error', error: { code: 'cancelled', message: 'Cancelled.' } };
}

it('is idle only when every job has cleaned up', async () => {
  const jobs = createRunningJobs();
  let cleaned = () => {};
  const cleanUp = new Promise<void>((resolve) => {
    cleaned = resolve;
  });
  const job = jobs.follow((signal) => stream(signal, cleanUp), undefined);
  await job.next();
  expect(jobs.cancel('another')).toBe(false);
  expect(jobs.cancel('one')).toBe(true);
  const order: string[] = [];
  const idle = jobs.idle().then(() => order.push('idle'));
  const rest = job.next().then(async () => {
    order.push('cleaned up');
    await job.next();
  });
  cleaned();
  await Promise.all([idle, rest]);
  expect(order).toEqual(['cleaned up', 'idle']);
  expect(jobs.cancel('one')).toBe(false);
  await jobs.idle();
});

it('hears of the call that is aborted before or while the job runs', async () => {
  const call = new AbortController();
  const signals: AbortSignal[] = [];
  const open = (signal: AbortSignal) => {
    signals.push(signal);
    return stream(signal, Promise.resolve());
  };
  const jobs = createRunningJobs();
  await jobs.follow(open, call.signal).next();
  call.abort();
  await jobs.follow(open, call.signal).next();
  expect(signals.map(({ aborted }) => aborted)).toEqual([true, true]);
});
