import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sideBySide } from './side-by-side.ts';

it('puts the same lines beside each other, and marks those that differ', () => {
  expect(sideBySide('200 OK\nServer: a\nhello', '200 OK\nServer: b\nhello\nmore')).toEqual([
    { server: '200 OK', container: '200 OK', changed: false },
    { server: 'Server: a', container: 'Server: b', changed: true },
    { server: 'hello', container: 'hello', changed: false },
    { server: undefined, container: 'more', changed: true },
  ]);
});

it('marks nothing where both are the same', () => {
  expect(sideBySide('a\nb', 'a\nb').some((row) => row.changed)).toBe(false);
});

it('loses no line of either side', () => {
  const text = fc.array(fc.constantFrom('a', 'b', 'c', '')).map((lines) => lines.join('\n'));
  fc.assert(
    fc.property(text, text, (server, container) => {
      const rows = sideBySide(server, container);
      expect(rows.flatMap((row) => row.server ?? []).join('\n')).toBe(server);
      expect(rows.flatMap((row) => row.container ?? []).join('\n')).toBe(container);
    }),
  );
});
