import { escaped, isHarmless } from '../../text/printable.ts';

const longest = 4096;

/** Whether text from a server may stand in a plan: one line, nothing that acts on a terminal, of bounded length. */
export function isPlainText(text: string): boolean {
  return text.length <= longest && isHarmless(text);
}

/** Whether a path from a server may stand in a plan: absolute, normal, one line. */
export function isPlainPath(path: string): boolean {
  return isPlainText(path) && path.startsWith('/') && !/(^|\/)\.{1,2}(\/|$)|\/\//.test(path);
}

/** Any text of a server, safe to show: what is not plain becomes `\u{…}`, what is long is cut. */
export function shown(text: string): string {
  return text.length > 120 ? `${escaped(text.slice(0, 120))}…` : escaped(text);
}
