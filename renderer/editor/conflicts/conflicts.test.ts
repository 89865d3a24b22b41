import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findConflicts, keptLines, neighbor } from './conflicts.ts';

const conflicted = 'a\n<<<<<<< edited\nmine\n=======\ntheirs\nmore\n>>>>>>> generated\nz\n';

describe('findConflicts', () => {
  it('finds where the markers stand, also with Windows line ends', () => {
    const expected = [{ begin: 2, middle: 4, end: 7 }];
    expect(findConflicts(conflicted)).toEqual(expected);
    expect(findConflicts(conflicted.replaceAll('\n', '\r\n'))).toEqual(expected);
  });

  it.each(['<<<<<<< edited\na\n=======\n', '=======\n>>>>>>> generated\n', '<<<<<<< HEAD\na\n=======\nb\n>>>>>>> x\n'])(
    'takes %j for no conflict',
    (text) => expect(findConflicts(text)).toEqual([]),
  );

  it('begins again where a marker stands twice', () => {
    expect(findConflicts(`<<<<<<< edited\n${conflicted}`)).toEqual([{ begin: 3, middle: 5, end: 8 }]);
  });

  it('finds each of several, whatever they hold', () => {
    const body = fc.array(fc.constantFrom('', 'x', '# y', '  z'), { maxLength: 3 });
    fc.assert(
      fc.property(fc.array(fc.tuple(body, body), { maxLength: 4 }), (pairs) => {
        const text = pairs
          .map(([mine, theirs]) => ['<<<<<<< edited', ...mine, '=======', ...theirs, '>>>>>>> generated'].join('\n'))
          .join('\n');
        const found = findConflicts(text);
        expect(found.map((one) => keptLines(text.split('\n'), one, 'both'))).toEqual(
          pairs.map(([mine, theirs]) => [...mine, ...theirs]),
        );
      }),
    );
  });
});

describe('keptLines', () => {
  const [conflict = { begin: 0, middle: 0, end: 0 }] = findConflicts(conflicted);

  it.each([
    ['edited', ['mine']],
    ['generated', ['theirs', 'more']],
    ['both', ['mine', 'theirs', 'more']],
  ] as const)('keeps %s', (keep, expected) => {
    expect(keptLines(conflicted.split('\n'), conflict, keep)).toEqual(expected);
  });
});

describe('neighbor', () => {
  const first = { begin: 2, middle: 3, end: 4 };
  const last = { begin: 10, middle: 12, end: 14 };

  it('goes round', () => {
    expect(neighbor([first, last], 2, 'next')).toBe(last);
    expect(neighbor([first, last], 11, 'next')).toBe(first);
    expect(neighbor([first, last], 2, 'previous')).toBe(last);
    expect(neighbor([], 1, 'next')).toBeUndefined();
  });
});
