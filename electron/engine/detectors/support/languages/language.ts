import type { Server } from '../server.ts';

/** An interpreter and how its programs name what they load. */
export interface Language {
  /** The stack's name in the plan. */
  id: string;
  title: string;
  /** Base names of its executables. */
  programs: RegExp;
  /** Options that take the next argument as their value. */
  valueOptions: RegExp;
  /** Extensions of its own files, without the dot. */
  extensions: string[];
  /** Installed packages that belong to the interpreter though none of their files need be open. */
  companions(program: string): RegExp;
  /** Modules that a text loads, as it names them. */
  imports(text: string): string[];
  /** Where a module may be, best first. `roots` are the application's own module directories. */
  candidates(server: Server, module: string, roots: string[]): string[];
  /** Names under which a distribution may have a module whose place tells its version, best first. */
  packagesOf?(module: string): string[];
}

/** All first groups of a pattern's matches. */
export function firstGroups(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].flatMap((match) => (match[1] === undefined ? [] : [match[1]]));
}
