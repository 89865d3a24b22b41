/**
 * Patterns of ssh_config(5) and known_hosts: `*` and `?` alone are special. Linear in the length of both, because a
 * pattern may come from a file that somebody else wrote.
 */
export function matchesWildcard(pattern: string, text: string): boolean {
  let at = 0;
  let from = 0;
  let star = -1;
  let resume = 0;
  while (from < text.length) {
    if (pattern[at] === '*') {
      star = at++;
      resume = from;
    } else if (at < pattern.length && (pattern[at] === '?' || pattern[at] === text[from])) {
      at++;
      from++;
    } else if (star >= 0) {
      at = star + 1;
      from = ++resume;
    } else {
      return false;
    }
  }
  while (pattern[at] === '*') at++;
  return at === pattern.length;
}

/** Whether a list such as `*.example.com,!old.example.com` means `text`: a negated pattern that matches wins. */
export function matchesPatternList(patterns: readonly string[], text: string): boolean {
  const lower = text.toLowerCase();
  const matching = patterns.filter((pattern) => matchesWildcard(pattern.replace(/^!/, '').toLowerCase(), lower));
  return matching.length > 0 && !matching.some((pattern) => pattern.startsWith('!'));
}
