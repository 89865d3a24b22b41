import { expect, it } from 'vitest';
import { compareSeconds, median } from './measure.ts';

it('takes the middle, or the mean of the two in the middle', () => {
  expect(median([3, 1, 2])).toBe(2);
  expect(median([4, 1, 2, 3])).toBe(2.5);
});

it('measures both in turn, five times after one for warming up', async () => {
  const order: string[] = [];
  await compareSeconds(
    async () => order.push('a'),
    async () => order.push('b'),
  );
  expect(order.join('')).toBe('ab'.repeat(6));
});
