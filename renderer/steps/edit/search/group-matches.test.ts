import { describe, expect, it } from 'vitest';
import { excerpt, groupMatches } from './group-matches.ts';

const match = { path: 'a', line: 1, column: 5, length: 3, text: '    foo bar' };

describe('groupMatches', () => {
  it('puts the matches of a file together', () => {
    const groups = groupMatches([match, { ...match, path: 'b' }, { ...match, line: 2 }]);
    expect(groups.map(({ path, matches }) => [path, matches.length])).toEqual([
      ['a', 2],
      ['b', 1],
    ]);
  });
});

describe('excerpt', () => {
  it('leaves out the indentation', () => {
    expect(excerpt(match)).toEqual({ before: '', match: 'foo', after: ' bar' });
  });

  it('cuts a long line before the match', () => {
    const text = `${'x'.repeat(80)}foo`;
    expect(excerpt({ ...match, column: 81, text })).toEqual({ before: `…${'x'.repeat(12)}`, match: 'foo', after: '' });
  });
});
