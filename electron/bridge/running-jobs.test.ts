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

it('ends only when every job has cleaned up', async () => {
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
  const end = jobs.end().then(() => order.push('end'));
  const rest = job.next().then(async () => {
    order.push('cleaned up');
    await job.next();
  });
  cleaned();
  await Promise.all([end, rest]);
  expect(order).toEqual(['cleaned up', 'end']);
  expect(jobs.cancel('one')).toBe(false);
  await jobs.end();
});

it('cancels what runs when it ends', async () => {
  const jobs = createRunningJobs();
  const job = jobs.follow((signal) => stream(signal, Promise.resolve()), undefined);
  await job.next();
  const end = jobs.end();
  expect((await job.next()).value).toMatchObject({ type: 'error', error: { code: 'cancelled' } });
  await job.next();
  await end;
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
