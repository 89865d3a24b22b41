import { posix } from 'node:path';
import type { Workload } from '../../../../shared/model/plan.ts';
import type { ServerFiles } from '../select/server-files.ts';
import { contentOfPackage, namesOfLibrary, type PackageContent } from './library-package.ts';
import type { NameRule } from './name-rule.ts';
import { nameRules } from './name-rules.ts';

/** A package of the plan that nothing asks for as such (`onlyFor`). */
export interface Provisional {
  content: PackageContent;
  /** Libraries of it that processes map, with the links by which they are asked for. */
  mapped: string[];
  /** Packages of the plan that depend on it. */
  dependents: string[];
}

/**
 * Which packages turn out to be needed, learnt round by round: see docs/decisions/0003-needed-libraries.md. Everything
 * here only grows.
 */
export interface Trimming {
  provisional: ReadonlyMap<string, Provisional>;
  /** What is taken of the provisional packages: everything, or only libraries that something needs. */
  taken: Map<string, 'whole' | 'libraries'>;
  /** Sonames that the files of a package link to, by package; idle plug-ins count too. */
  links: Map<string, Set<string>>;
  /** File names of the libraries that are mapped, linked to, or mentioned by what is shipped and used. */
  needed: Set<string>;
  /** Plug-ins that are not loaded, with what they link to. */
  idle: Map<string, string[]>;
  /** Files that nothing opens but by name. */
  rules: readonly NameRule[];
  /** No file's content is read: which links there are stays unknown. */
  looksOnly: boolean;
  /** The rules whose names are borne by something that is shipped and used: their files are needed. */
  woken: Set<NameRule>;
}

/** Before anything is known but the plan and the files of its packages. */
export function startTrimming(workload: Workload, files: ServerFiles, { looksOnly = false } = {}): Trimming {
  const { strategy, files: planned } = workload;
  // The package manager installs whole packages.
  const entries = strategy === 'packages' ? [] : planned.packages;
  const provisional = new Map<string, Provisional>();
  for (const { name, onlyFor } of entries) {
    if (onlyFor === undefined) continue;
    const content = contentOfPackage(name, files);
    const mapped = onlyFor.libraries.flatMap((path) => [path, ...namesOfLibrary(path, content, files)]);
    provisional.set(name, { content, mapped, dependents: onlyFor.packages });
  }
  const mappedNames = [...provisional.values()].flatMap(({ mapped }) => mapped).map((path) => posix.basename(path));
  const trimming: Trimming = {
    provisional,
    taken: new Map(),
    links: new Map(),
    needed: new Set(mappedNames),
    idle: new Map(),
    rules: strategy === 'packages' ? [] : nameRules,
    looksOnly,
    woken: new Set(),
  };
  takeNeeded(trimming);
  return trimming;
}

/** The path of a provisional package's library by its file name. */
export function provisionalLibraries({ provisional }: Trimming): Map<string, string> {
  return new Map([...provisional.values()].flatMap(({ content }) => [...content.libraries]));
}

/**
 * Takes the packages whose libraries are needed: of one that is nothing but libraries these alone, any other whole, since
 * its libraries may read its data and open its plug-ins. Says whether there was any.
 */
export function takeNeeded({ provisional, taken, needed }: Trimming): boolean {
  const before = taken.size;
  for (const [name, { content, mapped }] of provisional) {
    const isNeeded = mapped.length > 0 || [...content.libraries.keys()].some((library) => needed.has(library));
    if (isNeeded && !taken.has(name)) taken.set(name, content.isOnlyLibraries ? 'libraries' : 'whole');
  }
  return taken.size > before;
}

/**
 * Takes whole what a shipped package depends on for another reason than linking: a program it starts, data it reads, a
 * library that it opens by a name made at run time. Such a dependency shows in no file. One that a link explains is
 * left to {@link takeNeeded}. Says whether there was any; to be asked when all that is shipped was looked into. Where
 * nothing is looked into, a link is believed to explain whatever is nothing but libraries: what runs has its own mapped.
 */
export function takeUnexplained(trimming: Trimming): boolean {
  const { provisional, taken, links, looksOnly } = trimming;
  const isShipped = (name: string): boolean => !provisional.has(name) || taken.has(name);
  const called = [...provisional].filter(([name, { content, dependents }]) => {
    if (looksOnly && content.isOnlyLibraries) return false;
    const isLinkedBy = (dependent: string): boolean =>
      [...(links.get(dependent) ?? [])].some((soname) => content.libraries.has(soname));
    return taken.get(name) !== 'whole' && dependents.some((one) => isShipped(one) && !isLinkedBy(one));
  });
  for (const [name] of called) taken.set(name, 'whole');
  return called.length > 0;
}

/** Notes what a file of a package links to. */
export function noteLinks({ links }: Trimming, owner: string | undefined, sonames: string[]): void {
  if (owner === undefined) return;
  links.set(owner, new Set([...(links.get(owner) ?? []), ...sonames]));
}
