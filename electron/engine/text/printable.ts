/** Control characters, line and paragraph separators, marks that reorder what a person reads, and undecodable bytes. */
const treacherous = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufffd]/;

/** Whether nothing in a text acts on a terminal, ends a line or hides from a reader. */
export function isHarmless(text: string): boolean {
  return !treacherous.test(text);
}

/**
 * What a server or a file says, made safe to stand in a sentence on one line: what cannot be seen becomes a space, and
 * what is long is cut.
 */
export function printable(text: string, limit = 200): string {
  const line = text.replace(/[\s\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ').trim();
  return line.length > limit ? `${line.slice(0, limit)}…` : line;
}

/** The same text with what is not harmless in it written out as `\u{…}`, so that a person sees that it is there. */
export function escaped(text: string): string {
  return [...text]
    .map((char) => (isHarmless(char) ? char : `\\u{${(char.codePointAt(0) ?? 0).toString(16)}}`))
    .join('');
}
