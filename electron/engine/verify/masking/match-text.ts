import { sentence } from '../../../../shared/text/sentence.ts';
import type { MaskContext } from './explain.ts';
import { type LineMatch, matchLine } from './match-line.ts';

export type TextMatch =
  | { outcome: 'same'; masked: string[] }
  | { outcome: 'different'; line: number; server: string; container: string }
  /** The server's own answers have too little in common to compare with. */
  | { outcome: 'unclear' };

interface LinePair {
  /** Of the container's text, from 0. */
  index: number;
  seen: string[];
  line: string | undefined;
}

/**
 * Compares a text of the container with several texts that the server gave for the same question, line by line.
 * `masked` says what was left out and where: `line 3: clock`.
 */
export function matchText(samples: readonly string[], container: string, context: MaskContext): TextMatch {
  if (samples.every((text) => text === container)) return { outcome: 'same', masked: [] };
  const pages = samples.map(linesOf);
  const lines = linesOf(container);
  const count = pages[0]?.length ?? 0;
  if (pages.some((page) => page.length !== count)) return matchVaryingLength(pages, lines, context);
  const length = Math.max(count, lines.length);
  return matchPairs(pairs(length, pages, lines), context);
}

function linesOf(text: string): string[] {
  return text.split(/\r?\n/);
}

function pairs(length: number, pages: readonly string[][], lines: readonly string[]): LinePair[] {
  return Array.from({ length }, (_, index) => ({
    index,
    seen: pages.flatMap((page) => page[index] ?? []),
    line: lines[index],
  }));
}

function matchPairs(all: readonly LinePair[], context: MaskContext): TextMatch {
  const masked: string[] = [];
  let compared = false;
  for (const pair of all) {
    const match = matchPair(pair, context);
    if (!match.same) return difference(pair);
    compared ||= match.compared;
    masked.push(...match.masked.map((reason) => sentence`line ${pair.index + 1}: ${reason}`));
  }
  return compared ? { outcome: 'same', masked } : { outcome: 'unclear' };
}

function matchPair(pair: LinePair, context: MaskContext): LineMatch {
  if (pair.line === undefined || pair.seen.length === 0) return { same: false };
  return matchLine(pair.seen, pair.line, context);
}

function difference(pair: LinePair): TextMatch {
  const absent = sentence`(no such line)`;
  return {
    outcome: 'different',
    line: pair.index + 1,
    server: pair.seen.at(-1) ?? absent,
    container: pair.line ?? absent,
  };
}

/**
 * A page whose number of lines varies (a list of recent events): its stable beginning and end must be the container's
 * too, and each line between must look like one that the server showed there.
 */
function matchVaryingLength(pages: readonly string[][], lines: readonly string[], context: MaskContext): TextMatch {
  const shortest = Math.min(...pages.map((page) => page.length));
  const head = commonLines(pages, shortest, (page, at) => page[at]);
  const tail = commonLines(pages, shortest - head, (page, at) => page.at(-1 - at));
  const ends = [
    ...pairs(head, pages, lines),
    ...Array.from({ length: tail }, (_, at) => pairFromEnd(at, head, pages, lines)),
  ];
  const match = matchPairs(ends, context);
  if (match.outcome !== 'same') return match;
  const known = pages.flatMap((page) => page.slice(head, page.length - tail));
  const between = lines.slice(head, lines.length - tail);
  if (!between.every((line) => known.some((one) => matchLine([one], line, context).same)))
    return { outcome: 'unclear' };
  return {
    outcome: 'same',
    masked: [...match.masked, sentence`from line ${head + 1}: the number of lines varies on the server`],
  };
}

function pairFromEnd(at: number, head: number, pages: readonly string[][], lines: readonly string[]): LinePair {
  const index = lines.length - 1 - at;
  return {
    index,
    seen: pages.flatMap((page) => page.at(-1 - at) ?? []),
    line: index < head ? undefined : lines[index],
  };
}

function commonLines(
  pages: readonly string[][],
  limit: number,
  pick: (page: string[], at: number) => string | undefined,
): number {
  let length = 0;
  while (length < limit && new Set(pages.map((page) => pick(page, length))).size === 1) length++;
  return length;
}
