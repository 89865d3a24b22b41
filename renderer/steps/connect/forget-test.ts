import type { JobHandle } from '../../jobs/use-job.ts';

/** What was found of one host says nothing about another: a test that still goes on is cancelled, one that ended forgotten. */
export function forgetTest(test: Pick<JobHandle<unknown>, 'status' | 'cancel' | 'clear'>): void {
  if (test.status === 'running') test.cancel();
  else test.clear();
}
