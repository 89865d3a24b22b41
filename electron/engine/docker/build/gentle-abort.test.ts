import { expect, it } from 'vitest';
import { createGentleAbort } from './gentle-abort.ts';

it('follows at once where it may, and else at the first moment when it may', () => {
  const wanted = new AbortController();
  let may = false;
  const gentle = createGentleAbort(wanted.signal, () => may);
  gentle.check();
  wanted.abort(new Error('enough'));
  expect(gentle.signal.aborted).toBe(false);
  may = true;
  gentle.check();
  expect(gentle.signal.reason).toEqual(new Error('enough'));
  gentle.dispose();
});
