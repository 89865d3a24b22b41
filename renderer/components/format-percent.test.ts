import { expect, it } from 'vitest';
import { formatPercent } from './format-percent.ts';

it.each([
  [0, '0%'],
  [0.25, '0.3%'],
  [0.5, '0.5%'],
  [1, '1%'],
  [3.02, '3%'],
  [42.7, '43%'],
  [150, '150%'],
])('%d is %s', (value, text) => {
  expect(formatPercent(value, 'en')).toBe(text);
});
