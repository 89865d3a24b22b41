const isMac = typeof navigator !== 'undefined' && /mac/i.test(navigator.userAgent);

/** A shortcut as this machine's keyboard shows it: `Ctrl K`, or `⌘K` on a Mac. */
export function commandKey(key: string): string {
  return isMac ? `⌘${key}` : `Ctrl ${key}`;
}

export function altKey(key: string): string {
  return isMac ? `⌥${key}` : `Alt ${key}`;
}
