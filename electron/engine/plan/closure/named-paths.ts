import { sentence } from '../../../../shared/text/sentence.ts';
import { languageOf } from '../../detectors/support/languages/registry.ts';
import { dirname } from '../../detectors/support/paths.ts';
import { canonicalRun } from '../../detectors/support/pid-file.ts';
import { isPlainPath } from '../../detectors/support/plain-text.ts';
import type { ProcessTree } from '../../detectors/support/process-tree.ts';
import type { Server } from '../../detectors/support/server.ts';
import { type Draft, emptyDraft, joinDrafts } from './draft.ts';
import { placePath, volumeDirectoryOf } from './place-path.ts';
import { withoutComments } from './without-comments.ts';

interface Named {
  path: string;
  /** What names it: a program or a configuration file. */
  by: string;
}

const paths = /(?:^|[\s"'=:,(<[])(\/(?:etc|var|srv|opt|run|usr\/local|home|data)\/[\w./+@-]*\w)/gm;
/** Each is looked at on the server. */
const mostPaths = 200;
const state = /^\/var\/(lib|spool|mail|opt)\/[^/]+/;

/**
 * Absolute paths that a service's own programs and its configuration name: what it will ask for though its arguments do
 * not say so. A program of a package is told by the package, all but the settings that somebody wrote for it (rsyncd.conf
 * comes with no package).
 */
export function namedPathsOf(server: Server, tree: ProcessTree, config: Draft['config']): Named[] {
  const programs = [...new Set(tree.members.flatMap(({ exe }) => exe ?? []))]
    .filter((exe) => server.lookAt(exe)?.type === 'file' && languageOf(exe) === undefined)
    .flatMap((exe) => namesIn(server, exe).map((path) => ({ path, by: exe })));
  const configured = config
    .filter(({ scope }) => scope === 'file')
    .flatMap(({ path: by }) => pathsIn(server.read(by)?.content ?? '').map((path) => ({ path, by })));
  return [...programs, ...configured].filter(({ path }) => isPlainPath(path)).slice(0, mostPaths);
}

function namesIn(server: Server, program: string): string[] {
  const names = server.namesIn(program);
  if (server.ownerOf(program) === undefined) return names;
  return names.filter(
    (path) => path.startsWith('/etc/') && server.lookAt(path)?.type === 'file' && server.ownerOf(path) === undefined,
  );
}

/** Named paths that exist, sorted into configuration, files and state. */
export function fromNamedPaths(server: Server, tree: ProcessTree, named: Named[]): Draft {
  const uids = new Set(tree.members.map(({ uid }) => uid));
  return joinDrafts(
    named.map(({ path, by }) => {
      const fact = server.lookAt(path);
      if (fact === undefined) return emptyDraft();
      const reason = sentence`${by} names it`;
      if (state.test(path)) {
        const directory = fact.type === 'directory' ? path : volumeDirectoryOf(path, []);
        const isItsOwn = uids.has(fact.uid) && directory !== undefined;
        return isItsOwn ? { ...emptyDraft(), data: [{ path: directory, reason }] } : emptyDraft();
      }
      return fact.type === 'directory' ? emptyDraft() : placePath(server, path, reason);
    }),
  );
}

/** Directories below /run that named files stand in, such as that of a pid file: at boot somebody makes them. */
export function runDirectoriesOf(named: Named[]): { path: string; reason: string }[] {
  return named.flatMap(({ path, by }) => {
    const canonical = canonicalRun(path);
    return canonical.startsWith('/run/') ? [{ path: dirname(canonical), reason: sentence`${by} names ${path}.` }] : [];
  });
}

/** Absolute paths that a text names where a service's own files may be, without its comments. */
export function pathsIn(text: string): string[] {
  return [...withoutComments(text).matchAll(paths)].flatMap((match) => match[1] ?? []);
}
