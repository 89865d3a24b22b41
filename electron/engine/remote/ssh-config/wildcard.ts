import { matchesTokens, tokenOf } from '../../text/wildcards.ts';

/** Patterns of ssh_config(5) and known_hosts: `*` and `?` alone are special. */
export function matchesWildcard(pattern: string, text: string): boolean {
  return matchesTokens(pattern.split('').map(tokenOf), text);
}

/** Whether a list such as `*.example.com,!old.example.com` means `text`: a negated pattern that matches wins. */
export function matchesPatternList(patterns: readonly string[], text: string): boolean {
  const lower = text.toLowerCase();
  const matching = patterns.filter((pattern) => matchesWildcard(pattern.replace(/^!/, '').toLowerCase(), lower));
  return matching.length > 0 && !matching.some((pattern) => pattern.startsWith('!'));
}
