import { zh } from '../../shared/translation/zh/index.ts';

const inBrackets = / ?[(（](--[a-z-]+(?: [A-Za-z]+)?)[)）]/g;

/** What the engine puts into brackets for the command line: all that it says stands in the catalogue. */
const ours = new Set(
  Object.keys(zh).flatMap((sentence) => [...sentence.matchAll(inBrackets)].map(([, option]) => option)),
);

/**
 * Advice of the engine without the options of the command line, which the engine puts into brackets: in the window, the
 * thing itself can be chosen.
 */
export function withoutOptions(text: string): string {
  return text.replace(inBrackets, (found, option: string) => (ours.has(option) ? '' : found));
}
