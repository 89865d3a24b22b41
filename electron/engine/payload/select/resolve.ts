import { posix } from 'node:path';

/** Just enough of an lstat to follow a path. */
export interface PathEntry {
  type: string;
  linkTarget?: string;
}

/** What is known about a path: its entry, that there is none (null), or nothing yet (undefined). */
export type Lookup = (path: string) => PathEntry | null | undefined;

export type Resolution =
  /** `path` has no link in any of its directories; `via` are the links that were crossed. */
  | { kind: 'found'; path: string; via: string[] }
  | { kind: 'missing' }
  /** `ask` must be looked up first. */
  | { kind: 'unknown'; ask: string };

/** As the kernel does (ELOOP, path_resolution(7)). */
const maxLinks = 40;

/**
 * The canonical form of an absolute path: links in its directories are followed, its last component is not.
 * A hostile loop of links counts as missing.
 */
export function resolvePath(path: string, lookup: Lookup): Resolution {
  const via: string[] = [];
  let rest = components(path);
  let current = '';
  while (rest.length > 0) {
    const [name = '', ...after] = rest;
    if (name === '..') {
      current = posix.dirname(`${current}/`).replace(/^\/$/, '');
      rest = after;
      continue;
    }
    const next = `${current}/${name}`;
    if (after.length === 0) {
      current = next;
      break;
    }
    const entry = lookup(next);
    if (entry === undefined) return { kind: 'unknown', ask: next };
    if (entry === null) return { kind: 'missing' };
    if (entry.type !== 'symlink') {
      current = next;
      rest = after;
      continue;
    }
    via.push(next);
    if (via.length > maxLinks) return { kind: 'missing' };
    const target = entry.linkTarget ?? '';
    if (target.startsWith('/')) current = '';
    rest = [...components(target), ...after];
  }
  return { kind: 'found', path: current === '' ? '/' : current, via };
}

/** Where a link points, as an absolute path that may still lead through links. `..` is kept: links change its sense. */
export function linkDestination(link: string, target: string): string {
  return target.startsWith('/') ? target : `${posix.dirname(link)}/${target}`;
}

/** Every directory on the way to a path, as it is written. */
export function parentsOf(path: string): string[] {
  const names = components(path);
  return names.slice(0, -1).map((_, index) => `/${names.slice(0, index + 1).join('/')}`);
}

function components(path: string): string[] {
  return path.split('/').filter((name) => name !== '' && name !== '.');
}
