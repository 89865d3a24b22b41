import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compileGlob } from '../../../../shared/text/path-pattern.ts';
import { addPath, exclude, excludedBy, excludePattern, includeAgain, literalPattern } from './selection.ts';

const none = { packages: [], include: [], exclude: [] };

it('lets a path in again', () => {
  const without = exclude(none, '/opt/a', 'by hand');
  expect(excludedBy(without)('/opt/a/y')).toBe('/opt/a');
  expect(includeAgain(without, '/opt/a/y')).toEqual(none);
});

it('excludes a directory in place of what was excluded below it', () => {
  const files = exclude(exclude(none, '/opt/a/x', 'by hand'), '/opt/a', 'by hand');
  expect(files.exclude).toEqual([{ pattern: '/opt/a', reason: 'by hand' }]);
  expect(exclude(files, '/opt/a/z', 'by hand')).toBe(files);
});

it('matches exactly the path that was clicked, whatever its name', () => {
  const name = fc.string({ minLength: 1 }).filter((text) => !/[/\0]/.test(text) && text !== '.' && text !== '..');
  fc.assert(
    fc.property(name, name, (one, other) => {
      const pattern = compileGlob(literalPattern(`/srv/${one}`));
      expect(pattern.test(`/srv/${one}`)).toBe(true);
      expect(pattern.test(`/srv/${other}`)).toBe(one === other);
    }),
  );
});

it('adds a pattern or a path once', () => {
  const twice = excludePattern(excludePattern(none, '*.pyc', 'compiled'), '*.pyc', 'compiled');
  expect(twice.exclude).toHaveLength(1);
  const added = addPath(addPath(twice, '/srv/b', 'tree', 'by hand'), '/srv/b', 'tree', 'by hand');
  expect(added.include).toEqual([{ path: '/srv/b', scope: 'tree', reason: 'by hand' }]);
});

it('lets a path in that a pattern had left out', () => {
  const files = addPath(excludePattern(none, '*.pyc', 'compiled'), '/srv/a.pyc', 'file', 'by hand');
  expect(excludedBy(files)('/srv/a.pyc')).toBeUndefined();
});
