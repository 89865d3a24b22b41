import { matchesTokens, type Token, tokenOf } from './wildcards.ts';

export function isGlob(text: string): boolean {
  return /[*?[]/.test(text);
}

/**
 * Which paths a shell glob means: `*` and `?` stay within one name, `[…]` is a class, and no wildcard matches a leading
 * dot (as `glob(3)` does by default).
 */
export function globMatcher(glob: string): (path: string) => boolean {
  const matchers = glob.split('/').map(nameMatcher);
  return (path) => {
    const names = path.split('/');
    return names.length === matchers.length && matchers.every((matches, index) => matches(names[index] ?? ''));
  };
}

function nameMatcher(pattern: string): (name: string) => boolean {
  const tokens = [...pattern.matchAll(/\[!?[^\]]+\]|./gs)].map(([part]) =>
    part.length > 1 ? classOf(part) : tokenOf(part),
  );
  const beginsWild = /^[*?[]/.test(pattern);
  return (name) => !(beginsWild && name.startsWith('.')) && matchesTokens(tokens, name);
}

/** `[a-z0]`, `[!a]`: a range that runs backwards holds nothing. */
function classOf(part: string): Token {
  const negated = part.startsWith('[!') && part.length > 3;
  const members = part.slice(negated ? 2 : 1, -1);
  const ranges = [...members.matchAll(/(.)-(.)|./gs)].map(([all, first = all, last = all]) => [first, last] as const);
  return (character) => ranges.some(([first, last]) => first <= character && character <= last) !== negated;
}
