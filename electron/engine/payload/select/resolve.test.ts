import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linkDestination, parentsOf, resolvePath } from './resolve.ts';

/** `name: target` is a link, `name: ''` a directory, anything else is missing. */
function lookup(tree: Record<string, string>) {
  return (path: string) => {
    const target = tree[path];
    if (target === undefined) return null;
    return target === '' ? { type: 'directory' } : { type: 'symlink', linkTarget: target };
  };
}

const merged = lookup({
  '/lib': 'usr/lib',
  '/usr': '',
  '/usr/lib': '',
  '/usr/lib/x': '',
  '/loop': 'loop',
  '/var': '',
  '/var/run': '/run',
  '/run': '',
  '/up': '../../usr/./lib',
});

describe('resolvePath', () => {
  it.each([
    ['/lib/x/libc.so', '/usr/lib/x/libc.so', ['/lib']],
    ['/lib', '/lib', []],
    ['/var/run/app.pid', '/run/app.pid', ['/var/run']],
    ['/up/x/y', '/usr/lib/x/y', ['/up']],
    ['/usr/../lib/a', '/usr/lib/a', ['/lib']],
    ['/../../usr/lib', '/usr/lib', []],
    ['//usr//lib/', '/usr/lib', []],
    ['/', '/', []],
  ])('%s is %s', (path, canonical, via) => {
    expect(resolvePath(path, merged)).toEqual({ kind: 'found', path: canonical, via });
  });

  it('takes a loop for missing', () => {
    expect(resolvePath('/loop/x', merged)).toEqual({ kind: 'missing' });
  });

  it('asks for the first component that it does not know', () => {
    expect(resolvePath('/a/b/c', (path) => (path === '/a' ? { type: 'directory' } : undefined))).toEqual({
      kind: 'unknown',
      ask: '/a/b',
    });
  });

  it('never gives a path with a dot, an empty component or a link on the way', () => {
    const name = fc.constantFrom('a', 'b', '..', '.', 'l', 'm', '');
    const tree = fc.dictionary(
      fc.constantFrom('/a', '/b', '/l', '/a/l', '/a/b', '/b/m'),
      fc.constantFrom('', '/a', '../b', 'l', '..'),
    );
    fc.assert(
      fc.property(fc.array(name, { maxLength: 8 }), tree, (names, links) => {
        const find = lookup(links);
        const resolution = resolvePath(`/${names.join('/')}`, find);
        if (resolution.kind !== 'found') return;
        expect(resolution.path).toMatch(/^\/([^/]+(\/[^/]+)*)?$/);
        expect(resolution.path.split('/')).not.toContain('..');
        for (const parent of parentsOf(resolution.path)) expect(find(parent)?.type).toBe('directory');
      }),
    );
  });
});

describe('linkDestination', () => {
  it('is relative to the directory of the link', () => {
    expect(linkDestination('/etc/a/b', '../c')).toBe('/etc/a/../c');
    expect(linkDestination('/etc/a/b', '/c')).toBe('/c');
  });
});
