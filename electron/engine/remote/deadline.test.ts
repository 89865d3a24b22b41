import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createDeadline } from './deadline.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test('expires after its time', async () => {
  const deadline = createDeadline(15, () => new Error('too late'));
  const expired = expect(deadline.expired).rejects.toThrow('too late');
  await vi.advanceTimersByTimeAsync(15_000);
  await expired;
});

test('stands still while a person is asked, and starts anew', async () => {
  const late = vi.fn();
  const deadline = createDeadline(15, () => new Error('too late'));
  deadline.expired.catch(late);
  let answer: (text: string) => void = () => {};
  const asking = deadline.unhurried(() => new Promise<string>((resolve) => (answer = resolve)));
  await vi.advanceTimersByTimeAsync(600_000);
  answer('yes');
  expect(await asking).toBe('yes');
  await vi.advanceTimersByTimeAsync(14_000);
  expect(late).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(late).toHaveBeenCalledOnce();
});

test('leaves no timer once it is cleared, even while a question is open', async () => {
  const deadline = createDeadline(15, () => new Error('too late'));
  const asking = deadline.unhurried(async () => {
    deadline.clear();
  });
  await asking;
  expect(vi.getTimerCount()).toBe(0);
});
