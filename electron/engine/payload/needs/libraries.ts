import { posix } from 'node:path';
import type { Elf } from './elf.ts';
import type { LoaderCache } from './loader-cache.ts';

/** Where the loader looks besides its cache, on the distributions that there are. */
const defaultDirectories64 = ['/lib64', '/usr/lib64', '/lib', '/usr/lib', '/usr/local/lib64', '/usr/local/lib'];
const defaultDirectories32 = ['/lib', '/usr/lib', '/usr/local/lib', '/lib32', '/usr/lib32'];
const multiarch: Record<number, string> = {
  3: 'i386-linux-gnu',
  21: 'powerpc64le-linux-gnu',
  22: 's390x-linux-gnu',
  40: 'arm-linux-gnueabihf',
  62: 'x86_64-linux-gnu',
  183: 'aarch64-linux-gnu',
  243: 'riscv64-linux-gnu',
};

/** Where the loader would look for a soname that `file` needs, best first (ld.so(8)). */
export function candidates(
  soname: string,
  file: string,
  elf: Elf,
  cache: LoaderCache,
  libraryPath: string[],
): string[] {
  if (soname.includes('/')) return soname.startsWith('/') ? [soname] : [];
  const triplet = multiarch[elf.machine];
  const directories = [
    ...elf.runPath.map((path) => expand(path, file, elf, triplet)).filter((path) => path.startsWith('/')),
    ...libraryPath.filter((path) => path.startsWith('/')),
  ];
  const cached = (cache.get(soname) ?? []).filter(({ bits }) => bits === elf.bits).map(({ path }) => path);
  const defaults = [
    ...(triplet === undefined ? [] : [`/lib/${triplet}`, `/usr/lib/${triplet}`]),
    ...(elf.bits === 64 ? defaultDirectories64 : defaultDirectories32),
  ];
  const inDirectory = (directory: string): string => posix.join(directory, soname);
  return [...new Set([...directories.map(inDirectory), ...cached, ...defaults.map(inDirectory)])];
}

function expand(path: string, file: string, elf: Elf, triplet: string | undefined): string {
  const tokens: Record<string, string> = {
    ORIGIN: posix.dirname(file),
    LIB: triplet === undefined ? (elf.bits === 64 ? 'lib64' : 'lib') : `lib/${triplet}`,
    PLATFORM: triplet?.split('-')[0] ?? '',
  };
  return path.replace(
    /\$(?:\{(ORIGIN|LIB|PLATFORM)\}|(ORIGIN|LIB|PLATFORM))/g,
    (_, braced, bare) => tokens[braced ?? bare] ?? '',
  );
}

/** Whether a library there is found without the loader's cache. */
export function isDefaultDirectory(path: string): boolean {
  const directory = posix.dirname(path);
  return /^(\/usr)?\/lib(32|64)?(\/[a-z0-9_]+-linux-(gnu|musl)[a-z0-9]*)?$/.test(directory);
}
