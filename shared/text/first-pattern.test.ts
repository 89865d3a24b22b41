import fc from 'fast-check';
import { expect, it } from 'vitest';
import { firstPattern } from './first-pattern.ts';
import { compileGlob } from './path-pattern.ts';

it('tells the first pattern of those that match, also by a directory above', () => {
  const find = firstPattern(['*.log', '/srv/cache', '/**/.git', '/srv/*/tmp', '/srv']);
  expect(find('/srv/cache/a.log')).toBe('*.log');
  expect(find('/srv/cache/a')).toBe('/srv/cache');
  expect(find('/srv/app/.git/config')).toBe('/**/.git');
  expect(find('/srv/app/tmp/x')).toBe('/srv/*/tmp');
  expect(find('/srv/b')).toBe('/srv');
  expect(find('/srv2')).toBeUndefined();
});

it('says nothing without patterns', () => {
  expect(firstPattern([])('/srv')).toBeUndefined();
});

it('finds what looking at the patterns one by one finds', () => {
  const part = fc.constantFrom('a', 'b', '*', '?', '**', '[!a]', '[ab]', 'a*', '*b', '.git');
  const pattern = fc
    .tuple(fc.constantFrom('', '/', '/**/'), fc.array(part, { minLength: 1, maxLength: 3 }), fc.constantFrom('', '/'))
    .map(([start, parts, end]) => start + parts.join('/') + end);
  const path = fc
    .array(fc.constantFrom('a', 'b', 'ab', 'ba', '.git', 'x\ny'), { minLength: 1, maxLength: 4 })
    .map((parts) => `/${parts.join('/')}`);
  fc.assert(
    fc.property(fc.array(pattern, { maxLength: 5 }), fc.array(path, { maxLength: 8 }), (patterns, paths) => {
      const find = firstPattern(patterns);
      for (const one of paths) expect(find(one)).toBe(patterns.find((glob) => compileGlob(glob).test(one)));
    }),
  );
});
