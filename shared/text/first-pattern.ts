import { globSource } from './path-pattern.ts';

const none = Number.POSITIVE_INFINITY;

/**
 * Finds the first of some patterns (see path-pattern.ts) that matches a path. Made for paths by the hundred thousand:
 * what holds for a directory is found out once, and the patterns are joined, since nearly every path matches none.
 */
export function firstPattern(patterns: readonly string[]): (path: string) => string | undefined {
  const byName = joined(patterns, isOfName);
  const byPath = joined(patterns, (pattern) => !isOfName(pattern));
  const directories = new Map<string, number>();

  /** Index of the first pattern that matches the path or a directory above it. */
  function first(path: string, isDirectory: boolean): number {
    const known = directories.get(path);
    if (known !== undefined) return known;
    const slash = path.lastIndexOf('/');
    const above = path === '' ? none : first(path.slice(0, Math.max(slash, 0)), true);
    const found = Math.min(above, byPath(path), byName(path.slice(Math.max(slash, 0))));
    if (isDirectory) directories.set(path, found);
    return found;
  }
  return (path) => patterns[first(path, false)];
}

/** Whether a pattern says something of a name alone, wherever it stands. */
function isOfName(pattern: string): boolean {
  return /^(?:\/\*\*\/)?[^/]+\/*$/.test(pattern);
}

/** Index of the first of the chosen patterns that matches a text, whatever is below it; {@link none} where none does. */
function joined(patterns: readonly string[], chosen: (pattern: string) => boolean): (text: string) => number {
  const sources = patterns.flatMap((pattern, index) =>
    chosen(pattern) ? [{ index, source: globSource(pattern) }] : [],
  );
  const any = new RegExp(`^(?:${sources.map(({ source }) => source).join('|')})$`, 's');
  const each = sources.map(({ index, source }) => ({ index, matches: new RegExp(`^${source}$`, 's') }));
  if (each.length === 0) return () => none;
  return (text) => (any.test(text) ? (each.find(({ matches }) => matches.test(text))?.index ?? none) : none);
}
