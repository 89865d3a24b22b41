import { expect, it } from 'vitest';
import { formatBytes, formatTable } from './format.ts';

it('writes bytes in decimal units', () => {
  expect([0, 999, 1000, 61_234_567, 2_000_000_000].map(formatBytes)).toEqual([
    '0 B',
    '999 B',
    '1.0 kB',
    '61.2 MB',
    '2.0 GB',
  ]);
});

it('aligns columns and leaves no blanks at the end', () => {
  expect(
    formatTable([
      ['portal', 'A', ''],
      ['x', 'equivalent', 'y'],
    ]),
  ).toBe('portal  A\nx       equivalent  y');
});
