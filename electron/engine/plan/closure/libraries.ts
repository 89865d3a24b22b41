import { sentence } from '../../../../shared/text/sentence.ts';
import { basename, dirname } from '../../detectors/support/paths.ts';
import { mergeNeeds, needsOfFile, type ScriptNeeds } from '../../detectors/support/script-needs.ts';
import type { Server } from '../../detectors/support/server.ts';

/** Where the dynamic loader looks without its cache (ld.so(8)), on the distributions' own builds. */
const loaderDirectories = /^\/(usr\/)?(lib|lib64)(\/[a-z0-9_]+-linux-(gnu|musl)[a-z0-9]*)?$/;

/** Whether the loader looks there by itself, so that what lies there is a library rather than a plug-in. */
export function isLoaderDirectory(directory: string): boolean {
  return loaderDirectories.test(directory);
}

export function isLibrary(path: string): boolean {
  return /\.so(\.[\d.]+)?$/.test(path);
}

/** Whether a library is found only through ld.so.conf: neither in the loader's own directories nor named by its path. */
export function needsLoaderCache(server: Server, path: string): boolean {
  const directory = dirname(path);
  if (!isLibrary(path) || isLoaderDirectory(directory)) return false;
  const { ldSoConf, libraries } = server.facts.surroundings;
  return ldSoConf.some((file) => file.directories.includes(directory)) || Object.values(libraries).includes(path);
}

/**
 * A mapped file by its package, else by itself; with a library come the links by which it is asked for, since the
 * loader maps what they point at (`libgauge.so.1` → `libgauge.so.1.4.2`).
 */
export function libraryNeeds(server: Server, path: string): ScriptNeeds {
  const own = needsOfFile(server, path, sentence`mapped by its processes`);
  if (own.include.length === 0 || !isLibrary(path)) return own;
  return mergeNeeds([
    own,
    ...linksTo(server, path).map((link) => needsOfFile(server, link, sentence`the name by which ${path} is asked for`)),
  ]);
}

function linksTo(server: Server, path: string): string[] {
  const directory = dirname(path);
  const [stem = '', version = ''] = basename(path).split(/(?<=\.so)(?=\.|$)/);
  const parts = version.split('.').filter((part) => part !== '');
  const shorter = parts.map((_part, count) => `${directory}/${[stem, ...parts.slice(0, count)].join('.')}`);
  const cached = Object.values(server.facts.surroundings.libraries).filter((other) =>
    other.startsWith(`${directory}/${stem}`),
  );
  return [...new Set([...shorter, ...cached])].filter((link) => link !== path);
}
