import type { Workload } from '../../../../../shared/model/plan.ts';
import { emptyWorkload } from '../../../../../shared/testing/empty-plan.ts';
import type { ServerFiles } from '../../select/server-files.ts';
import type { ServerEntry } from '../../server/survey-output.ts';

/** A server's packages: text is a link's target, `/` a directory, `-` a file. For tests only. */
export function serverWith(packages: Record<string, Record<string, string>>): ServerFiles {
  const entries = new Map(
    Object.values(packages)
      .flatMap((listed) => Object.entries(listed))
      .map(([path, what]) => [path, entryOf(what)] as const),
  );
  return {
    entries,
    manager: 'dpkg',
    loaderCache: '',
    packages: new Map(Object.entries(packages).map(([name, listed]) => [name, Object.keys(listed)])),
    lookup: (path) => entries.get(path) ?? null,
    walked: () => true,
    below: () => [],
    ask: async () => false,
    refresh: async () => undefined,
  };
}

function entryOf(what: string): ServerEntry {
  const type = what === '/' ? 'directory' : what === '-' ? 'file' : 'symlink';
  const link = type === 'symlink' ? { linkTarget: what } : {};
  return { type, mode: 0o755, uid: 0, gid: 0, size: 1, mtime: 0, stamp: '', inode: '', links: 1, ...link };
}

/** A workload of packages: null for one that is asked for, else what it is only for. */
export function workloadOf(
  packages: Record<string, { libraries?: string[]; packages?: string[] } | null>,
  changes: Partial<Workload> = {},
): Workload {
  const planned = Object.entries(packages).map(([name, only]) => ({
    name,
    version: '1',
    reason: 'test',
    ...(only === null ? {} : { onlyFor: { libraries: [], packages: [], ...only } }),
  }));
  return emptyWorkload({ files: { packages: planned, include: [], exclude: [] }, ...changes });
}
