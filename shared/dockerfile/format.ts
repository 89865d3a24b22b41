import { type Instruction, parseInstructions, rangeOf } from './instructions.ts';
import { safeToIndent } from './safe-to-indent.ts';

const keywords = new Set([
  ...['ADD', 'ARG', 'CMD', 'COPY', 'ENTRYPOINT', 'ENV', 'EXPOSE', 'FROM', 'HEALTHCHECK', 'LABEL', 'MAINTAINER'],
  ...['ONBUILD', 'RUN', 'SHELL', 'STOPSIGNAL', 'USER', 'VOLUME', 'WORKDIR'],
]);

/**
 * A Dockerfile in order: keywords in upper case, continued lines indented, no spaces at the ends of lines, one blank line
 * at most, a line end at the end. What it says stays the same: where spaces may count, they are left as they are.
 */
export function formatDockerfile(text: string, indent: string): string {
  const lines = text.split(/\r?\n/);
  const instructions = parseInstructions(text);
  const inside = new Map(instructions.flatMap((instruction) => formatInstruction(instruction, lines, indent)));
  const formatted: string[] = [];
  for (const [index, line] of lines.entries()) {
    const known = inside.get(index + 1);
    const next = known ?? formatOutside(line);
    // Also the first line stays blank: a comment that came to the top would be a parser directive.
    if (known === undefined && next === '' && formatted.at(-1) === '') continue;
    formatted.push(next);
  }
  // Whatever follows the last word of a here-document is its own.
  const ends = instructions.at(-1);
  if (ends?.documents !== undefined && rangeOf(ends).last === lines.length) return formatted.join('\n');
  while (formatted.at(-1) === '') formatted.pop();
  return formatted.length === 0 ? '' : `${formatted.join('\n')}\n`;
}

/** A comment; one that reads like a parser directive counts by where it begins. */
function formatOutside(line: string): string {
  return /^\s*#\s*\w+\s*=/.test(line) ? withoutEnd(line) : withoutEnd(line).replace(/^[ \t]+/, '');
}

/** Its lines by their numbers, with the comments between them. */
function formatInstruction(instruction: Instruction, lines: readonly string[], indent: string): [number, string][] {
  const { first, last } = rangeOf(instruction);
  const documents = instruction.documents ?? last + 1;
  const head = lines.slice(first - 1, documents - 1).map(withoutEnd);
  const safe = safeToIndent(instruction, head, lines);
  const common = commonIndent(head.filter((line, index) => index > 0 && safe[index] && !isComment(line)));
  const formatted = head.map((line, index) => {
    if (index === 0) return formatFirst(line);
    return safe[index] && line !== '' ? indent + line.slice(Math.min(common, indentOf(line).length)) : line;
  });
  return [...formatted, ...lines.slice(documents - 1, last)].map((line, index) => [first + index, line]);
}

/** How many characters of indentation all lines share; without any, a comment's own goes. */
function commonIndent(lines: readonly string[]): number {
  const [first, ...others] = lines.map(indentOf);
  if (first === undefined) return Number.POSITIVE_INFINITY;
  return others.reduce((shared, other) => {
    let length = 0;
    while (length < shared.length && shared[length] === other[length]) length += 1;
    return shared.slice(0, length);
  }, first).length;
}

function indentOf(line: string): string {
  return /^[ \t]*/.exec(line)?.[0] ?? '';
}

function isComment(line: string): boolean {
  return /^\s*(?:#|$)/.test(line);
}

function withoutEnd(line: string): string {
  return line.replace(/[ \t]+$/, '');
}

function formatFirst(line: string): string {
  const [, keyword = '', rest = ''] = /^[ \t]*(\S+)[ \t]*(.*)$/.exec(line) ?? [];
  const upper = keyword.toUpperCase();
  if (!keywords.has(upper)) return withoutIndent(line);
  if (rest === '') return upper;
  if (upper === 'ONBUILD') return `${upper} ${formatFirst(rest)}`;
  return `${upper} ${upper === 'FROM' ? rest.replace(/^(\S.*[ \t])as([ \t]+\S+)$/i, '$1AS$2') : rest}`;
}

function withoutIndent(line: string): string {
  return line.slice(indentOf(line).length);
}
