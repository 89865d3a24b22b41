/** Control characters, line and paragraph separators, and marks that reorder what a person reads. */
const treacherous = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufffd]/;
const longest = 4096;

/** Whether text from a server may stand in a plan: one line, nothing that acts on a terminal, of bounded length. */
export function isPlainText(text: string): boolean {
  return text.length <= longest && !treacherous.test(text);
}

/** Whether a path from a server may stand in a plan: absolute, normal, one line. */
export function isPlainPath(path: string): boolean {
  return isPlainText(path) && path.startsWith('/') && !/(^|\/)\.{1,2}(\/|$)|\/\//.test(path);
}

/** Any text of a server, safe to show: what is not plain becomes `\u{…}`, what is long is cut. */
export function shown(text: string): string {
  const escaped = [...text.slice(0, 120)].map((char) => (treacherous.test(char) ? escapeOf(char) : char)).join('');
  return text.length > 120 ? `${escaped}…` : escaped;
}

function escapeOf(char: string): string {
  return `\\u{${(char.codePointAt(0) ?? 0).toString(16)}}`;
}
