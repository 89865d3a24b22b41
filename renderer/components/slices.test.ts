import { expect, it } from 'vitest';
import { runAtOnce, runInSlices, type Work } from './slices.ts';

function* countTo(end: number): Work<number> {
  for (let count = 0; count < end; count += 1) yield;
  return end;
}

it('gives the same result at once and in slices', async () => {
  expect(runAtOnce(countTo(1000))).toBe(1000);
  expect(await runInSlices(countTo(1000), new AbortController().signal)).toBe(1000);
});

it('stops between two slices', async () => {
  const abort = new AbortController();
  function* endless(): Work<never> {
    for (;;) yield;
  }
  const work = runInSlices(endless(), abort.signal, async () => abort.abort(new Error('enough')));
  await expect(work).rejects.toThrow('enough');
});
