/**
 * `ldconfig -p`: soname to path, of the server's own word size. The linker takes the first that fits, and so do we.
 * Lines look like `libc.so.6 (libc6,x86-64) => /lib/x86_64-linux-gnu/libc.so.6`; 32-bit ones lack the second word.
 */
export function readLibraries(lines: readonly string[], wordSize: string): Record<string, string> {
  const libraries = new Map<string, string>();
  for (const line of lines) {
    const [, soname, kind = '', path] = /^\s+(\S+) \(([^)]*)\) => (\/.*)$/.exec(line) ?? [];
    if (soname === undefined || path === undefined || libraries.has(soname)) continue;
    if (wordSize === '64' && !/64|s390x/i.test(kind)) continue;
    libraries.set(soname, path);
  }
  return Object.fromEntries(libraries);
}
