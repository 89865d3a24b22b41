import type { Pattern } from './pattern.ts';

/** A pattern that a text may have been made from, and the parts that stand at its placeholders. */
export interface Match {
  pattern: Pattern;
  parts: readonly string[];
}

/**
 * Gives the patterns that fit a text, those that pin down most of it first. There are hundreds of them and thousands of
 * texts: a text is looked for as a whole, by its first word and by its last, and only the few patterns that begin and
 * end with a placeholder are tried for every text.
 */
export function indexPatterns(patterns: readonly Pattern[]): (text: string) => Match[] {
  const whole = new Map<string, Pattern>();
  const byFirst = new Map<string, Pattern[]>();
  const byLast = new Map<string, Pattern[]>();
  const others: Pattern[] = [];
  for (const pattern of patterns) {
    const [head = ''] = pattern.words;
    const tail = pattern.words.at(-1) ?? '';
    if (pattern.words.length === 1) whole.set(head, pattern);
    else if (head.includes(' ')) put(byFirst, firstWord(head), pattern);
    else if (tail.includes(' ')) put(byLast, lastWord(tail), pattern);
    else others.push(pattern);
  }
  return (text) => {
    const exact = whole.get(text);
    if (exact !== undefined) return [{ pattern: exact, parts: [] }];
    const candidates = [byFirst.get(firstWord(text)) ?? [], byLast.get(lastWord(text)) ?? [], others].flat();
    return candidates
      .flatMap((pattern) => matchOf(pattern, text))
      .sort((one, other) => other.pattern.weight - one.pattern.weight);
  };
}

function matchOf(pattern: Pattern, text: string): Match[] {
  if (!pattern.words.every((word) => text.includes(word))) return [];
  const match = pattern.expression.exec(text);
  return match === null ? [] : [{ pattern, parts: match.slice(1) }];
}

function firstWord(text: string): string {
  const end = text.indexOf(' ');
  return end < 0 ? text : text.slice(0, end);
}

function lastWord(text: string): string {
  return text.slice(text.lastIndexOf(' ') + 1);
}

function put(index: Map<string, Pattern[]>, word: string, pattern: Pattern): void {
  const known = index.get(word);
  if (known === undefined) index.set(word, [pattern]);
  else known.push(pattern);
}
