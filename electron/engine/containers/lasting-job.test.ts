import { expect, test } from 'vitest';
import { createJob } from '../remote/testing/job.ts';
import { lastingJob } from './lasting-job.ts';

test('asks and is cancelled with its job, until it has settled', async () => {
  const cancel = new AbortController();
  const job = createJob({ passphrase: 'open sesame' }, cancel.signal);
  const { lasting, settle } = lastingJob(job);
  expect(await lasting.ask({ kind: 'passphrase', file: '/k' })).toBe('open sesame');
  settle();
  expect(await lasting.ask({ kind: 'passphrase', file: '/k' })).toBeUndefined();
  cancel.abort();
  expect(lasting.signal.aborted).toBe(false);
});

test('is cancelled while it is being opened', () => {
  const cancel = new AbortController();
  const { lasting } = lastingJob(createJob({}, cancel.signal));
  cancel.abort(new Error('enough'));
  expect(lasting.signal.reason).toMatchObject({ message: 'enough' });
});
