import { posix } from 'node:path';
import { isDefaultDirectory } from '../needs/libraries.ts';
import { isDocumentation } from '../select/leave-out.ts';
import { parentsOf } from '../select/resolve.ts';
import type { ServerFiles } from '../select/server-files.ts';

/** A package of the server as far as its libraries go. */
export interface PackageContent {
  /** Every path that it lists. */
  paths: string[];
  /** Its shared libraries in the loader's own directories, by file name: what others may link to. */
  libraries: Map<string, string>;
  /** It is nothing but such libraries and documentation. */
  isOnlyLibraries: boolean;
}

const library = /^lib[^/]*\.so(\.[\w.]+)*$/;
/** The C library opens these by names that it makes from nsswitch.conf; nothing links to them. */
const nameService = /^libnss_/;

/** Sorts the files of a package: directories say nothing, documentation decides nothing. */
export function contentOfPackage(name: string, files: ServerFiles): PackageContent {
  const paths = files.packages.get(name) ?? [];
  // Where /usr is merged, the directory /lib of the list is a link on the disk.
  const parents = new Set(paths.flatMap(parentsOf));
  const isDirectory = (path: string): boolean => parents.has(path) || files.lookup(path)?.type === 'directory';
  const own = paths.filter((path) => !isDirectory(path) && !isDocumentation(path));
  const libraries = own.filter(isLinkable);
  return {
    paths,
    libraries: new Map(libraries.map((path) => [posix.basename(path), path])),
    isOnlyLibraries: libraries.length > 0 && libraries.length === own.length,
  };
}

function isLinkable(path: string): boolean {
  const name = posix.basename(path);
  return isDefaultDirectory(path) && library.test(name) && !nameService.test(name);
}

/** A library's file and the links of its package by which it is asked for (`libz.so.1` for `libz.so.1.2.13`). */
export function namesOfLibrary(path: string, { libraries }: PackageContent, files: ServerFiles): string[] {
  const file = posix.basename(path);
  return [...libraries]
    .filter(([name, listed]) => name === file || posix.basename(files.lookup(listed)?.linkTarget ?? '') === file)
    .map(([, listed]) => listed);
}
