/** Byte order, the same on every machine; `localeCompare` is not. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export function sorted(texts: Iterable<string>): string[] {
  return [...new Set(texts)].sort(compareText);
}

/** Sorted by `key`; of entries with the same key the first one stays. */
export function uniqueBy<T>(entries: Iterable<T>, key: (entry: T) => string): T[] {
  const kept = new Map<string, T>();
  for (const entry of entries) {
    if (!kept.has(key(entry))) kept.set(key(entry), entry);
  }
  return [...kept].sort(([a], [b]) => compareText(a, b)).map(([, entry]) => entry);
}

export function groupBy<T, K>(entries: Iterable<T>, key: (entry: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const entry of entries) {
    const group = groups.get(key(entry));
    if (group) group.push(entry);
    else groups.set(key(entry), [entry]);
  }
  return groups;
}
