import { continuation, type Instruction } from './instructions.ts';

/** Of these, spaces between words only part them; of the others, such as an ENV without `=`, they belong to a value. */
const parting = new Set(['ADD', 'CMD', 'COPY', 'ENTRYPOINT', 'EXPOSE', 'HEALTHCHECK', 'RUN', 'VOLUME']);
const assigning = new Set(['ARG', 'ENV', 'LABEL']);

/**
 * For each of an instruction's lines whether its indentation may change: not within quotes, and not where it goes on with
 * a word that the line before began. `dockerfile` is the whole file, which says how a line is continued.
 */
export function safeToIndent(
  { keyword, text }: Instruction,
  lines: readonly string[],
  dockerfile: readonly string[],
): boolean[] {
  const parts = parting.has(keyword) || (assigning.has(keyword) && /^\S+=/.test(text));
  const continued = continuation(dockerfile);
  let quote = '';
  let before = ' ';
  return lines.map((line) => {
    const isOutside = quote === '';
    // Docker takes comments and empty lines out before it joins the others.
    if (/^\s*(?:#|$)/.test(line)) return parts && isOutside;
    // A space that a backslash hides belongs to a word.
    const isApart = !/\\\s?$/.test(before) && (/^\s/.test(line) || /\s$/.test(before));
    const words = line.replace(continued, '');
    before += words;
    quote = quoteAfter(words, quote);
    return parts && isOutside && isApart;
  });
}

/** The quote that is open after a line, given the one that was open before it. A backslash hides what follows it. */
function quoteAfter(line: string, before: string): string {
  let quote = before;
  for (let at = 0; at < line.length; at += 1) {
    const sign = line[at] ?? '';
    if (sign === '\\' && quote !== "'") at += 1;
    else if (quote === '' && (sign === '"' || sign === "'")) quote = sign;
    else if (sign === quote) quote = '';
  }
  return quote;
}
