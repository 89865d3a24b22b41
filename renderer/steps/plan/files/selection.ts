import type { EvidenceEntry } from '../../../../shared/model/evidence.ts';
import type { Workload } from '../../../../shared/model/plan.ts';
import { firstPattern } from '../../../../shared/text/first-pattern.ts';
import { compileGlob } from '../../../../shared/text/path-pattern.ts';

type Files = Workload['files'];

/** What decides about a path now: undefined where it goes in. */
export type ExcludedBy = (path: string) => string | undefined;

/** The pattern that leaves a path out, by the plan as it is edited now. */
export function excludedBy(files: Pick<Files, 'exclude'>): ExcludedBy {
  return firstPattern(files.exclude.map(({ pattern }) => pattern));
}

/** Whether a file of the evidence is shipped in the image when nobody excludes it. */
export function isShipped({ place }: Pick<EvidenceEntry, 'place'>): boolean {
  return place === 'payload' || place === 'app';
}

/** The files without a path and all below it. */
export function exclude(files: Files, path: string, reason: string): Files {
  const pattern = literalPattern(path);
  if (excludedBy(files)(path) !== undefined) return files;
  // What stood below it says nothing any more.
  const below = compileGlob(pattern);
  const kept = files.exclude.filter((other) => !below.test(unescaped(other.pattern)));
  return { ...files, exclude: [...kept, { pattern, reason }] };
}

/**
 * The files with a path again. A pattern that leaves out more than this path (a directory above, a glob) goes as a
 * whole, since a pattern has no exceptions.
 */
export function includeAgain(files: Files, path: string): Files {
  const without = files.exclude.filter(({ pattern }) => !compileGlob(pattern).test(path));
  return without.length === files.exclude.length ? files : { ...files, exclude: without };
}

/** A pattern as a person writes it, added once. */
export function excludePattern(files: Files, pattern: string, reason: string): Files {
  if (files.exclude.some((other) => other.pattern === pattern)) return files;
  return { ...files, exclude: [...files.exclude, { pattern, reason }] };
}

/** A path of the server that the plan did not think of, added once. */
export function addPath(files: Files, path: string, scope: 'file' | 'tree', reason: string): Files {
  const again = includeAgain(files, path);
  if (again.include.some((other) => other.path === path && other.scope === scope)) return again;
  return { ...again, include: [...again.include, { path, scope, reason }] };
}

/** A pattern that matches this very path, whatever characters its name has. */
export function literalPattern(path: string): string {
  return path.replace(/[*?[\]\\]/g, '\\$&');
}

function unescaped(pattern: string): string {
  return pattern.replace(/\\(.)/g, '$1');
}
