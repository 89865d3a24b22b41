/** What one place of a pattern takes: any number of characters, or one that fits. */
export type Token = '*' | ((character: string) => boolean);

/** `*` and `?` alone are special. */
export function tokenOf(character: string): Token {
  if (character === '*') return '*';
  return character === '?' ? () => true : (other) => other === character;
}

/**
 * Whether a pattern takes all of a text. Its time is at most the product of both lengths, where a regular expression of
 * many stars might never end: patterns come from files that somebody else wrote.
 */
export function matchesTokens(tokens: readonly Token[], text: string): boolean {
  let at = 0;
  let from = 0;
  let star = -1;
  let resume = 0;
  while (from < text.length) {
    const token = tokens[at];
    if (token === '*') {
      star = at++;
      resume = from;
    } else if (token?.(text.charAt(from)) === true) {
      at++;
      from++;
    } else if (star >= 0) {
      at = star + 1;
      from = ++resume;
    } else {
      return false;
    }
  }
  return tokens.slice(at).every((token) => token === '*');
}
