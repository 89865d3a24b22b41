import { sentence } from '../../../../shared/text/sentence.ts';
import type { Language } from './languages/language.ts';
import { moduleTreeOf } from './languages/module-tree.ts';
import { languageOf } from './languages/registry.ts';
import { uniqueBy } from './lists.ts';
import type { WorkloadPart } from './part.ts';
import { basename, dirname, isWithin, resolvePath } from './paths.ts';
import type { Server } from './server.ts';
import { shebangOf } from './shebang.ts';

/** What a script needs besides itself. */
export type ScriptNeeds = Pick<WorkloadPart, 'packages' | 'include' | 'mentions'>;

const noNeeds: ScriptNeeds = { packages: [], include: [], mentions: [] };

/** A module tree deeper than this is taken whole by its directory; the bound keeps a hostile loop short. */
const mostFiles = 300;
const pathDirectories = ['/usr/local/bin', '/usr/bin', '/bin', '/usr/local/sbin', '/usr/sbin', '/sbin'];

/** What a script that is started by its first line needs: its interpreter and the modules it loads. */
export function needsOfScript(server: Server, script: string): ScriptNeeds {
  const text = server.read(script)?.content;
  const shebang = text === undefined ? undefined : shebangOf(text);
  if (!shebang) return noNeeds;
  const found = shebang.byEnv === undefined ? shebang.interpreter : findInPath(server, shebang.byEnv);
  const own: ScriptNeeds =
    shebang.byEnv === undefined
      ? noNeeds
      : needsOfFile(server, shebang.interpreter, sentence`${script} starts through it`);
  const program = found ?? shebang.interpreter;
  const language = languageOf(program);
  return mergeNeeds([
    own,
    needsOfFile(server, program, sentence`the interpreter of ${script}`),
    ...(language ? [needsOfInterpreter(server, language, program), needsOfModules(server, language, script)] : []),
  ]);
}

/** Packages of an interpreter whose files need not be open while it runs. */
export function needsOfInterpreter(server: Server, language: Language, program: string): ScriptNeeds {
  const companions = language.companions(basename(program));
  const packages = server.facts.packages
    .filter((entry) => companions.test(entry.name))
    .map((entry) => ({ name: entry.name, reason: sentence`${language.title}'s own library` }));
  return { ...noNeeds, packages };
}

/** The modules that a script loads, and those that they load as far as they are the application's own. */
export function needsOfModules(
  server: Server,
  language: Language,
  script: string,
  moreRoots: string[] = [],
): ScriptNeeds {
  const parts: ScriptNeeds[] = [];
  const seen = new Set([script]);
  const queue = [script];
  for (let file = queue.shift(); file !== undefined && seen.size < mostFiles; file = queue.shift()) {
    const text = server.read(file)?.content ?? '';
    const roots = moduleRoots(file, text, moreRoots);
    parts.push({
      ...noNeeds,
      mentions: pathsInScript(text).map((path) => ({ path, reason: sentence`${file} names it` })),
    });
    for (const module of language.imports(text)) {
      const path = locate(server, language.candidates(server, module, roots));
      if (path === undefined) parts.push(packageOf(server, language, module, file));
      if (path === undefined || seen.has(path)) continue;
      seen.add(path);
      const needs = needsOfFile(server, path, sentence`${file} loads ${module}`);
      parts.push(needs);
      // Modules that were installed come as a tree; only what the application itself loads is followed.
      if (needs.packages.length === 0 && !isAmongModules(path)) queue.push(path);
    }
  }
  return mergeNeeds(parts);
}

/** A file by the package that owns it, else by itself. */
export function needsOfFile(server: Server, path: string, reason: string): ScriptNeeds {
  const fact = server.lookAt(path);
  if (!fact) return noNeeds;
  // A directory is listed by every package with something in it, so its owner says nothing.
  const owner = fact.type === 'directory' ? undefined : server.ownerOf(path);
  if (owner) return { ...noNeeds, packages: [{ name: owner.name, reason: sentence`owns ${path}: ${reason}` }] };
  const target = fact.linkTarget === undefined ? undefined : resolvePath(dirname(path), fact.linkTarget);
  const behind = target === undefined || target === path ? undefined : server.ownerOf(target);
  return {
    ...noNeeds,
    packages: behind ? [{ name: behind.name, reason: sentence`owns ${target}, which ${path} points at` }] : [],
    include: [comesAs(path, reason), ...(isAmongModules(target) ? [comesAs(target, reason)] : [])],
  };
}

/** A script among Node's modules loads others of them: they come together. */
function comesAs(path: string, reason: string): ScriptNeeds['include'][number] {
  const tree = moduleTreeOf(path);
  return tree === undefined ? { path, scope: 'file', reason } : { path: tree, scope: 'tree', reason };
}

function isAmongModules(path: string | undefined): path is string {
  return path !== undefined && moduleTreeOf(path) !== undefined;
}

/** The installed package that has a module by the distribution's rule for names. */
function packageOf(server: Server, language: Language, module: string, file: string): ScriptNeeds {
  const name = language.packagesOf?.(module).find((candidate) => server.package(candidate) !== undefined);
  return name === undefined ? noNeeds : { ...noNeeds, packages: [{ name, reason: sentence`${file} loads ${module}` }] };
}

function locate(server: Server, candidates: string[]): string | undefined {
  return candidates.filter((candidate) => server.lookAt(candidate) !== undefined)[0];
}

function findInPath(server: Server, program: string): string | undefined {
  if (!/^[\w.+-]+$/.test(program)) return undefined;
  return locate(
    server,
    pathDirectories.map((directory) => `${directory}/${program}`),
  );
}

/** Where a script's own modules are by habit: beside it, in `lib`, and where `use lib` or `sys.path` points. */
function moduleRoots(file: string, text: string, moreRoots: string[]): string[] {
  const directory = dirname(file);
  const named = [
    ...text.matchAll(
      /(?:use\s+lib\s+|sys\.path\.(?:append|insert)\s*\(\s*(?:\d+\s*,\s*)?)(?:qw\()?['"]?(\/[^'"\s)]+)/g,
    ),
  ];
  const roots = [
    directory,
    `${directory}/lib`,
    resolvePath(directory, '../lib'),
    ...named.flatMap((match) => match[1] ?? []),
  ];
  return [...new Set([...roots, ...moreRoots])].filter((root) => !isWithin('/usr/lib', root));
}

/** Absolute paths in quotes where a service's own files may be: not URLs, not the system's. */
function pathsInScript(text: string): string[] {
  const quoted = [
    ...text.matchAll(/["'](\/(?:etc|srv|opt|usr\/local|usr\/share|var\/lib|home|data)\/[\w./+@-]+)["']/g),
  ];
  return quoted.flatMap((match) => match[1]?.replace(/\/+$/, '') ?? []);
}

/** Several needs as one, each thing once. */
export function mergeNeeds(parts: ScriptNeeds[]): ScriptNeeds {
  return {
    packages: uniqueBy(
      parts.flatMap((part) => part.packages),
      (entry) => entry.name,
    ),
    include: uniqueBy(
      parts.flatMap((part) => part.include),
      (entry) => entry.path,
    ),
    mentions: uniqueBy(
      parts.flatMap((part) => part.mentions),
      (entry) => entry.path,
    ),
  };
}
