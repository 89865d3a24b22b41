import { escaped } from '../engine/text/printable.ts';

/** Text of a server's on one line, made safe for a terminal: an escape sequence is shown instead of sent. */
export function printableLine(text: string): string {
  return escaped(text.replace(/\s+/g, ' ')).trim();
}
