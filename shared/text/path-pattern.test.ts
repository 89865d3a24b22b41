import { describe, expect, it } from 'vitest';
import { compileGlob } from './path-pattern.ts';

describe('compileGlob', () => {
  it.each([
    ['/srv/cache', '/srv/cache', true],
    ['/srv/cache', '/srv/cache/a/b', true],
    ['/srv/cache/', '/srv/cache/a', true],
    ['/srv/cache', '/srv/cache2', false],
    ['/srv/*.log', '/srv/a.log', true],
    ['/srv/*.log', '/srv/a/b.log', false],
    ['/srv/**/*.log', '/srv/a/b.log', true],
    ['/srv/**/*.log', '/srv/b.log', true],
    ['*.pyc', '/opt/x/y.pyc', true],
    ['.git', '/srv/app/.git/config', true],
    ['/a?c', '/abc', true],
    ['/a?c', '/a/c', false],
    ['/a[0-9]', '/a7', true],
    ['/a[!0-9]', '/a7', false],
    ['/a[!0-9]b', '/a/b', false],
    ['/a[+-9]b', '/a/b', false],
    ['/a.b', '/axb', false],
    ['/a+(b)$', '/a+(b)$', true],
    ['/a\\*', '/a*', true],
    ['/a\\*', '/ab', false],
    ['/**', '/anything/at/all', true],
    ['/x*', '/x\ny', true],
  ])('%s against %j: %s', (pattern, path, matches) => {
    expect(compileGlob(pattern).test(path)).toBe(matches);
  });
});
