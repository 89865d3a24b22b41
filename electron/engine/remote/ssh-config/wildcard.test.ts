import fc from 'fast-check';
import { expect, test } from 'vitest';
import { matchesPatternList, matchesWildcard } from './wildcard.ts';

/** The same by a regular expression. */
function oracle(pattern: string, text: string): boolean {
  const parts = [...pattern].map((char) => {
    if (char === '*') return '.*';
    return char === '?' ? '.' : char.replace(/[\\^$.|+()[\]{}]/g, '\\$&');
  });
  return new RegExp(`^${parts.join('')}$`, 's').test(text);
}

test('matches as a regular expression does', () => {
  const letters = (characters: string) => fc.string({ unit: fc.constantFrom(...characters), maxLength: 10 });
  fc.assert(
    fc.property(letters('ab.[*?'), letters('ab.['), (pattern, text) => {
      expect(matchesWildcard(pattern, text)).toBe(oracle(pattern, text));
    }),
  );
});

test('does not take forever over a hostile pattern', () => {
  expect(matchesWildcard('*a'.repeat(200), 'a'.repeat(5000).concat('b'))).toBe(false);
});

test.each([
  [['*.example.com', '!old.example.com'], 'new.example.com', true],
  [['*.example.com', '!old.example.com'], 'old.example.com', false],
  [['!old.example.com'], 'new.example.com', false],
  [['PORTAL'], 'portal', true],
  [['192.0.2.?'], '192.0.2.17', false],
  [[], 'portal', false],
])('%s means %s: %s', (patterns, text, expected) => {
  expect(matchesPatternList(patterns, text)).toBe(expected);
});
