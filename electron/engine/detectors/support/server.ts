import type { ConfigFile, Facts, FileFact, Package, Process, Unit } from '../../../../shared/model/facts.ts';
import type { Want } from '../../../../shared/model/findings.ts';
import { globMatcher, isGlob } from '../../text/glob.ts';
import { compareText, groupBy } from './lists.ts';
import { otherUsrName } from './paths.ts';
import { isPlainPath } from './plain-text.ts';
import { isAnswered, wantKey } from './wants.ts';

type User = Facts['users'][number];

/**
 * The facts as detectors and the planner read them. `lookAt`, `read`, `readAll` and `requestsOf` note what is not known
 * yet as a {@link Want}; everything else only tells what the facts say.
 */
export interface Server {
  readonly facts: Facts;
  process(pid: number): Process | undefined;
  children(pid: number): Process[];
  unit(name: string): Unit | undefined;
  package(name: string): Package | undefined;
  user(name: string): User | undefined;
  userById(uid: number): User | undefined;
  groupName(gid: number): string | undefined;
  /** What is known of a path, under either name on a merged-/usr system. */
  file(path: string): FileFact | undefined;
  /** Like `file`, and asks for it where it is unknown; undefined for a path that does not exist. */
  lookAt(path: string): FileFact | undefined;
  /** The installed package that lists a path; asks where the path is unknown. */
  ownerOf(path: string): Package | undefined;
  /** A text file's content; asks where it was not read. */
  read(path: string): ConfigFile | undefined;
  /** The text files that a glob or path names, sorted; asks where none is known. */
  readAll(glob: string): ConfigFile[];
  /**
   * The text files that any of several globs names. They are asked for together, so one answer among them tells that
   * all were looked for.
   */
  readAny(globs: string[]): ConfigFile[];
  /** GET paths of an access log, most requested first; asks where the log was not read. */
  requestsOf(log: string): { path: string; count: number }[];
  /** Absolute paths that stand in an executable; asks where it was not looked through. */
  namesIn(program: string): string[];
  /** Whether an executable holds the words of an HTTP server's answer; asks where it was not looked through. */
  speaksHttp(program: string): boolean;
  /** Whether the facts answer a question, be it with "there is none" or "it may not be read". */
  isAnswered(want: Want): boolean;
  wants(): Want[];
}

/** A {@link Server} over facts. */
export function openFacts(facts: Facts): Server {
  const asked = new Map<string, Want>();
  const tables = indexFacts(facts);
  function ask(want: Want): void {
    if (isPlainPath(want.path) && !isAnswered(facts, tables.files, want)) asked.set(wantKey(want), want);
  }
  function file(path: string): FileFact | undefined {
    return tables.files.get(path) ?? tables.files.get(otherUsrName(path));
  }
  function lookAt(path: string): FileFact | undefined {
    const found = file(path);
    if (!found) ask({ kind: 'file', path });
    return found?.type === 'missing' ? undefined : found;
  }
  function matching(glob: string): ConfigFile[] {
    const matches = isGlob(glob) ? globMatcher(glob) : (path: string) => path === glob;
    return facts.configFiles.filter((config) => matches(config.path)).sort((a, b) => compareText(a.path, b.path));
  }
  return {
    facts,
    process: (pid) => tables.processes.get(pid),
    children: (pid) => tables.children.get(pid) ?? [],
    unit: (name) => tables.units.get(name),
    package: (name) => tables.packages.get(name),
    user: (name) => facts.users.find((user) => user.name === name),
    userById: (uid) => facts.users.find((user) => user.uid === uid),
    groupName: (gid) => facts.groups.find((group) => group.gid === gid)?.name,
    file,
    lookAt,
    ownerOf: (path) => tables.packages.get(lookAt(path)?.package ?? ''),
    read(path) {
      const found = tables.configs.get(path);
      if (!found) ask({ kind: 'config', path });
      return found;
    },
    readAll(glob) {
      const found = matching(glob);
      if (found.length === 0) ask({ kind: 'config', path: glob });
      return found;
    },
    readAny(globs) {
      const found = globs.map((glob) => ({ glob, files: matching(glob) }));
      const isAsked = found.some(
        ({ glob, files }) => file(glob)?.type === 'missing' || files.some((config) => config.source === 'requested'),
      );
      if (!isAsked) for (const glob of globs) ask({ kind: 'config', path: glob });
      return [...new Set(found.flatMap(({ files }) => files))];
    },
    requestsOf(log) {
      const found = facts.requests.filter((request) => request.log === log);
      if (found.length === 0) ask({ kind: 'access-log', path: log });
      return found;
    },
    namesIn(program) {
      const found = facts.programs?.find((entry) => entry.path === program);
      if (!found) ask({ kind: 'program', path: program });
      return found?.names ?? [];
    },
    speaksHttp(program) {
      const found = facts.programs?.find((entry) => entry.path === program);
      if (!found) ask({ kind: 'program', path: program });
      return found?.speaksHttp ?? false;
    },
    isAnswered: (want) => isAnswered(facts, tables.files, want),
    wants: () => [...asked].sort(([a], [b]) => compareText(a, b)).map(([, want]) => want),
  };
}

function indexFacts(facts: Facts) {
  return {
    processes: new Map(facts.processes.map((process) => [process.pid, process])),
    children: groupBy(facts.processes, (process) => process.ppid),
    units: new Map(facts.units.map((unit) => [unit.name, unit])),
    packages: new Map(facts.packages.map((entry) => [entry.name, entry])),
    files: new Map(facts.files.map((file) => [file.path, file])),
    configs: new Map(facts.configFiles.map((config) => [config.path, config])),
  };
}
