import { expect, test } from 'vitest';
import { globMatcher } from './glob.ts';

test.each([
  ['/etc/*.conf', '/etc/a.conf', true],
  ['/etc/*.conf', '/etc/d/a.conf', false],
  ['/etc/*', '/etc/.hidden', false],
  ['/etc/.*', '/etc/.hidden', true],
  ['/etc/*', '/etc/', true],
  ['/etc/x?[0-9]', '/etc/xa7', true],
  ['/etc/x?[0-9]', '/etc/xa', false],
  ['/etc/[!a]*', '/etc/abc', false],
  ['/etc/[!a]*', '/etc/bcd', true],
  ['/etc/[a-c-]x', '/etc/-x', true],
  ['/etc/[z-a]', '/etc/m', false],
  ['/etc/[a', '/etc/[a', true],
  ['/etc/[^a]', '/etc/^', true],
  ['/etc/a+b(c).conf', '/etc/a+b(c).conf', true],
  ['/etc/a\\d', '/etc/a5', false],
])('glob %s against %s: %s', (glob, path, matches) => {
  expect(globMatcher(glob)(path)).toBe(matches);
});

test('a pattern that is made to take long ends', () => {
  expect(globMatcher(`/${'*a'.repeat(200)}`)(`/${'a'.repeat(5000)}b`)).toBe(false);
});
