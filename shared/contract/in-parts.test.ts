import { expect, it } from 'vitest';
import { inParts } from './in-parts.ts';

it('gives every entry once, in its order, and no part of many', () => {
  const items = Array.from({ length: 1201 }, (_item, index) => index);
  const parts = [...inParts(items)];
  expect(parts.flat()).toEqual(items);
  expect(parts.map((part) => part.length)).toEqual([500, 500, 201]);
});

it('gives nothing of nothing', () => {
  expect([...inParts([])]).toEqual([]);
});
