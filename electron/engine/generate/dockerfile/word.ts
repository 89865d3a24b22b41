import { requireOneLine } from '../one-line.ts';

/**
 * A value as one word of an instruction that the builder expands (ENV, USER, WORKDIR): plain where every character
 * stands for itself, else in double quotes with `\`, `"` and `$` escaped.
 */
export function expandedWord(value: string, what: string): string {
  requireOneLine(value, what);
  if (/^[\w./:@%+,=-]+$/.test(value)) return value;
  return `"${value.replace(/[\\"$]/g, '\\$&')}"`;
}

/**
 * A list in JSON form whose elements the builder expands (VOLUME): they are words without quotes, so quotes are escaped
 * as well.
 */
export function expandedList(values: string[], what: string): string {
  return JSON.stringify(values.map((value) => requireOneLine(value, what).replace(/[\\"'$]/g, '\\$&')));
}

/** A list in JSON form that is taken as it stands (CMD, ENTRYPOINT); JSON writes a line feed as `\n`. */
export function execForm(argv: string[]): string {
  return `[${argv.map((argument) => JSON.stringify(argument)).join(', ')}]`;
}
