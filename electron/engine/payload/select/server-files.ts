import type { RemoteHost } from '../../remote/remote-host.ts';
import { isBelow } from '../../text/paths.ts';
import { survey } from '../server/survey.ts';
import type { ServerEntry, Survey } from '../server/survey-output.ts';

/** What is known about the server's files so far; grows by surveys. */
export interface ServerFiles {
  readonly entries: ReadonlyMap<string, ServerEntry>;
  readonly manager: Survey['manager'];
  readonly loaderCache: string;
  /** Paths by package, as the package lists them. */
  readonly packages: ReadonlyMap<string, string[]>;
  /** The entry, null where the server has none, undefined where it was not asked. */
  lookup(path: string): ServerEntry | null | undefined;
  /** Whether the whole tree was surveyed. */
  walked(path: string): boolean;
  /** All surveyed paths below a directory. */
  below(directory: string): string[];
  /** Asks for what is not known yet: one exec, or none where all is known. Gives whether anything was asked. */
  ask(
    host: RemoteHost,
    wants: { packages?: string[]; trees?: string[]; paths: string[] },
    signal: AbortSignal,
  ): Promise<boolean>;
  /** Looks at paths again. */
  refresh(host: RemoteHost, paths: string[], signal: AbortSignal): Promise<void>;
}

export function openServerFiles(prune: string[]): ServerFiles {
  const entries = new Map<string, ServerEntry>();
  const absent = new Set<string>();
  const packages = new Map<string, string[]>();
  const walked = new Set<string>();
  const state = { manager: 'none' as Survey['manager'], loaderCache: '' };

  async function run(
    host: RemoteHost,
    wants: { packages: string[]; trees: string[]; paths: string[] },
    signal: AbortSignal,
  ) {
    const answer = await survey(host, { ...wants, prune }, signal);
    for (const path of [...wants.paths, ...wants.trees]) absent.add(path);
    for (const [path, entry] of answer.entries) {
      entries.set(path, entry);
      absent.delete(path);
    }
    for (const [name, paths] of answer.packages) packages.set(name, paths);
    for (const paths of answer.packages.values()) for (const path of paths) if (!entries.has(path)) absent.add(path);
    Object.assign(state, { manager: answer.manager, loaderCache: answer.loaderCache });
  }

  const lookup = (path: string): ServerEntry | null | undefined =>
    entries.get(path) ?? (absent.has(path) ? null : undefined);
  return {
    entries,
    packages,
    get manager() {
      return state.manager;
    },
    get loaderCache() {
      return state.loaderCache;
    },
    lookup,
    walked: (path) => [...walked].some((root) => root === path || isBelow(path, root)),
    below: (directory) => [...entries.keys()].filter((path) => isBelow(path, directory)),
    async ask(host, wants, signal) {
      const trees = (wants.trees ?? []).filter((path) => !walked.has(path));
      const names = (wants.packages ?? []).filter((name) => !packages.has(name));
      const paths = [...new Set(wants.paths)].filter((path) => lookup(path) === undefined);
      if (trees.length + names.length + paths.length === 0) return false;
      await run(host, { packages: names, trees, paths }, signal);
      for (const path of trees) walked.add(path);
      return true;
    },
    async refresh(host, paths, signal) {
      for (const path of paths) entries.delete(path);
      await run(host, { packages: [], trees: [], paths }, signal);
    },
  };
}
