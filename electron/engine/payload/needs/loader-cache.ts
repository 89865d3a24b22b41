/** Where `ldconfig -p` finds each soname, by word size. */
export type LoaderCache = ReadonlyMap<string, { path: string; bits: 32 | 64 }[]>;

/** Reads lines such as `libz.so.1 (libc6,x86-64) => /lib/x86_64-linux-gnu/libz.so.1`. */
export function parseLoaderCache(text: string): LoaderCache {
  const cache = new Map<string, { path: string; bits: 32 | 64 }[]>();
  for (const [, soname, flags, path] of text.matchAll(/^\s*(\S+) \(([^)]*)\) => (\/.*)$/gm)) {
    if (soname === undefined || path === undefined) continue;
    // 32-bit libraries bear no mark on x86 ("libc6"); "x32" is 32 bits wide although its machine is 64-bit.
    const bits = /64/.test(flags ?? '') && !/x32/.test(flags ?? '') ? 64 : 32;
    cache.set(soname, [...(cache.get(soname) ?? []), { path, bits }]);
  }
  return cache;
}
