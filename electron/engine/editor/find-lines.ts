import { createContext, Script } from 'node:vm';
import { SlipwayError } from '../../../shared/errors.ts';
import type { FileMatch } from '../../../shared/model/project-file.ts';
import { sentence } from '../../../shared/text/sentence.ts';

export type LineMatch = Omit<FileMatch, 'path'>;

/** Finds at most `limit` matches in a text. Rejects what takes too long with `usage`. */
export type FindLines = (text: string, limit: number) => LineMatch[];

/** Of a line as it is shown. */
const maxShown = 400;
/** In one text: an expression that a person types may take forever on one line, and nothing else goes on meanwhile. */
const maxAtOnce = 300;

/** In a context of its own, where it can be stopped. */
const finder = new Script(`{
  const found = [];
  const lines = text.split('\\n');
  for (let line = 0; line < lines.length && found.length < limit; line += 1) {
    for (const match of lines[line].matchAll(pattern)) {
      if (match[0] !== '') found.push([line, match.index, match[0].length]);
      if (found.length >= limit) break;
    }
  }
  found;
}`);

/** A search of many texts, which together take no longer than this. */
export function createFinder(pattern: RegExp, maxMilliseconds: number): FindLines {
  const context = createContext({ pattern, text: '', limit: 0 });
  let left = maxMilliseconds;

  function run(text: string, limit: number): [number, number, number][] {
    if (left <= 0) throw tooLong();
    const began = performance.now();
    try {
      Object.assign(context, { text, limit });
      return finder.runInContext(context, { timeout: Math.ceil(Math.min(left, maxAtOnce)) });
    } catch (cause) {
      throw tooLong(cause);
    } finally {
      left -= performance.now() - began;
    }
  }

  return (text, limit) => {
    const found = run(text, limit);
    if (found.length === 0) return [];
    const lines = text.split('\n');
    return found.map(([line, index, length]) => {
      const whole = (lines[line] ?? '').replace(/\r$/, '');
      return { line: line + 1, column: index + 1, length, text: whole.slice(0, maxShown) };
    });
  };
}

function tooLong(cause?: unknown): SlipwayError {
  return new SlipwayError('usage', sentence`The search takes too long.`, {
    hint: sentence`Make the expression simpler: nested repetitions such as (a+)+ are slow.`,
    cause,
  });
}
