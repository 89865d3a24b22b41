import type { Sections } from '../probe.ts';
import { sectionLines } from '../wire/read.ts';

/** `/usr/lib/x` and `/lib/x` are one file on a merged-/usr system: both under the name without `/usr`. */
function unmerged(path: string): string {
  return path.replace(/^\/usr\/(bin|sbin|lib[0-9a-z]*)(\/|$)/, '/$1$2');
}

/** Owning package by path. A directory that several packages list belongs to none of them. */
export function readOwners(sections: Sections): (path: string) => string | undefined {
  const owners = new Map<string, Set<string>>();
  for (const line of sectionLines(sections, 'owners')) {
    const [, name, path] = /^([^\t]+)\t(\/.*)$/.exec(line) ?? [];
    if (name === undefined || path === undefined) continue;
    owners.set(unmerged(path), (owners.get(unmerged(path)) ?? new Set<string>()).add(name));
  }
  return (path) => {
    const found = owners.get(unmerged(path));
    return found?.size === 1 ? [...found][0] : undefined;
  };
}
