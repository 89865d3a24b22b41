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

/** A name of a server, safe to show: what is not plain becomes `\u{…}`, what is long is cut. */
export function shown(text: string): string {
  return cut(text, 120);
}

/**
 * A sentence of ours with such names in it, safe to show. It is left whole, as the window translates it by its words; only
 * what would not fit into a plan is cut.
 */
export function shownSentence(text: string): string {
  return cut(text, longest / 4);
}

function cut(text: string, limit: number): string {
  return text.length > limit ? `${escaped(text.slice(0, limit))}…` : escaped(text);
}
