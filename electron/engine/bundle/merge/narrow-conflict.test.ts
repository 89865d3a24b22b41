import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Region } from './merge-lines.ts';
import { narrowConflict } from './narrow-conflict.ts';

const conflict = (edited: string[], generated: string[]): Region => ({ kind: 'conflict', edited, generated });
const lines = fc.array(fc.constantFrom('a', 'b', 'c', '', '}'), { maxLength: 10 });

it('leaves to be chosen between what differs alone', () => {
  expect(narrowConflict(conflict(['FROM x', 'RUN mine', 'CMD y'], ['FROM x', 'RUN theirs', 'CMD y']))).toEqual([
    { kind: 'merged', lines: ['FROM x'] },
    conflict(['RUN mine'], ['RUN theirs']),
    { kind: 'merged', lines: ['CMD y'] },
  ]);
});

it('does not cut where only a blank line is alike', () => {
  expect(narrowConflict(conflict(['one', '', 'two'], ['eins', '', 'zwei']))).toEqual([
    conflict(['one', '', 'two'], ['eins', '', 'zwei']),
  ]);
});

it('holds both sides whole, whatever they are', () => {
  const side = (regions: Region[], name: 'edited' | 'generated') =>
    regions.flatMap((region) => (region.kind === 'merged' ? region.lines : region[name]));
  fc.assert(
    fc.property(lines, lines, (edited, generated) => {
      const regions = narrowConflict(conflict([...edited], [...generated]));
      expect(side(regions, 'edited')).toEqual(edited);
      expect(side(regions, 'generated')).toEqual(generated);
    }),
  );
});
