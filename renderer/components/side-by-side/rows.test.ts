import fc from 'fast-check';
import { expect, it } from 'vitest';
import { changesWithin, sideBySide } from './rows.ts';

it('puts the same lines beside each other, and marks those that differ', () => {
  expect(sideBySide('200 OK\nServer: a\nhello', '200 OK\nServer: b\nhello\nmore')).toEqual([
    { left: '200 OK', right: '200 OK', changed: false },
    { left: 'Server: a', right: 'Server: b', changed: true },
    { left: 'hello', right: 'hello', changed: false },
    { server: undefined, right: 'more', changed: true },
  ]);
});

it('marks nothing where both are the same', () => {
  expect(sideBySide('a\nb', 'a\nb').some((row) => row.changed)).toBe(false);
});

it('loses no line of either side', () => {
  const text = fc.array(fc.constantFrom('a', 'b', 'c', '')).map((lines) => lines.join('\n'));
  fc.assert(
    fc.property(text, text, (left, right) => {
      const rows = sideBySide(left, right);
      expect(rows.flatMap((row) => row.left ?? []).join('\n')).toBe(left);
      expect(rows.flatMap((row) => row.right ?? []).join('\n')).toBe(right);
    }),
  );
});

it('shows what differs and what is around it, and counts the rest', () => {
  const before = 'a\nb\nc\nd\ne\nf';
  expect(changesWithin(sideBySide(before, before.replace('d', 'D')), 1)).toEqual([
    { leftOut: 2 },
    { left: 'c', right: 'c', changed: false },
    { left: 'd', right: 'D', changed: true },
    { left: 'e', right: 'e', changed: false },
    { leftOut: 1 },
  ]);
});
