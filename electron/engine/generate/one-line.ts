import { SlipwayError } from '../../../shared/errors.ts';
import { sentence } from '../../../shared/text/sentence.ts';
import { printable } from '../text/printable.ts';

/**
 * Text from the server as it may stand in a comment: one line, no control characters, no backslash at its end (which
 * some parsers take for a continued line).
 */
export function commentText(text: string): string {
  return printable(text, Number.POSITIVE_INFINITY).replace(/\\+$/, '');
}

/** Reasons as one run of text: each once, each ended with a full stop. */
export function sentences(reasons: readonly string[]): string {
  const texts = reasons.map((reason) => commentText(reason)).filter((reason) => reason !== '');
  return [...new Set(texts)].map((text) => (/[.!?:。！？：]$/.test(text) ? text : `${text}.`)).join(' ');
}

/** Breaks text at spaces into lines of at most `width` characters; a longer word keeps its own line. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of commentText(text).split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/**
 * Returns the value when it fits on one line. A Dockerfile has no way to write a line feed, so one that came through
 * would start an instruction of its own.
 */
export function requireOneLine(value: string, what: string): string {
  if (!/[^\P{Cc}\t]|[\p{Zl}\p{Zp}]/u.test(value)) return value;
  throw new SlipwayError('bundle.invalid', sentence`${commentText(what)} holds a line break or a control character.`, {
    hint: sentence`Change or remove this value in slipway.yaml.`,
  });
}
