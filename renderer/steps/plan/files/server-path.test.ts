import { expect, it } from 'vitest';
import { isServerPath } from './server-path.ts';

it.each(['/srv', '/srv/app/', '/opt/a b/c', '/usr/lib/..data/x'])('takes %j', (path) => {
  expect(isServerPath(path)).toBe(true);
});

it.each(['', '/', 'srv', '/srv//x', '/srv/../etc', '/./x', '/a\0b'])('refuses %j', (path) => {
  expect(isServerPath(path)).toBe(false);
});
