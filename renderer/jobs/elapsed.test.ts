import { expect, it } from 'vitest';
import { formatElapsed } from './elapsed.ts';

it.each([
  [0, '0:00'],
  [7, '0:07'],
  [760, '12:40'],
  [3729, '1:02:09'],
])('shows %d seconds as %s', (seconds, text) => {
  expect(formatElapsed(seconds)).toBe(text);
});
