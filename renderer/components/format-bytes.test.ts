import { expect, it } from 'vitest';
import { formatBytes } from './format-bytes.ts';

it.each([
  [0, '0 B'],
  [999, '999 B'],
  [999_600, '1 MB'],
  [48_712_345, '48.7 MB'],
  [208_900_000, '209 MB'],
  [-1500, '-1.5 kB'],
  [7e15, '7,000 TB'],
])('shows %d as %s', (value, text) => {
  expect(formatBytes(value, 'en')).toBe(text);
});
