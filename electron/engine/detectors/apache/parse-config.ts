/** One directive of an Apache configuration; a section (`<Directory /srv>`) has children. */
export interface Directive {
  /** Lower case: the names are case-insensitive. */
  name: string;
  args: string[];
  line: number;
  children?: Directive[];
}

/**
 * Apache's configuration syntax (https://httpd.apache.org/docs/2.4/configuring.html): one directive a line, `\` at the
 * end continues it, `#` starts a comment line, quotes group. Lines that make no sense are passed over, as this reads
 * what already runs.
 */
export function parseApacheConfig(text: string): Directive[] {
  const top: Directive[] = [];
  const open: { name: string; children: Directive[] }[] = [];
  for (const { content, line } of logicalLines(text)) {
    const children = open.at(-1)?.children ?? top;
    const closing = /^<\/\s*([\w-]+)/.exec(content)?.[1]?.toLowerCase();
    if (closing !== undefined) {
      const index = open.findLastIndex((section) => section.name === closing);
      if (index >= 0) open.length = index;
      continue;
    }
    const section = /^<\s*([\w-]+)\s*([\s\S]*?)>?\s*$/.exec(content);
    const [first = '', ...rest] = section
      ? [section[1] ?? '', ...splitArguments(section[2] ?? '')]
      : splitArguments(content);
    const directive: Directive = { name: first.toLowerCase(), args: rest, line };
    children.push(directive);
    if (section) {
      directive.children = [];
      open.push({ name: directive.name, children: directive.children });
    }
  }
  return top;
}

function logicalLines(text: string): { content: string; line: number }[] {
  const lines: { content: string; line: number }[] = [];
  let pending = '';
  let start = 0;
  text.split(/\r?\n/).forEach((raw, index) => {
    if (pending === '') start = index + 1;
    pending += raw.replace(/\\$/, '');
    if (raw.endsWith('\\')) return;
    const content = pending.trim();
    pending = '';
    if (content !== '' && !content.startsWith('#')) lines.push({ content, line: start });
  });
  return lines;
}

/** Words of a line; quotes group, a backslash keeps the quote after it. */
export function splitArguments(text: string): string[] {
  const words = text.match(/"(?:\\.|[^"\\])*"?|'(?:\\.|[^'\\])*'?|[^\s"']\S*/g) ?? [];
  return words.map((word) => {
    const quote = word[0];
    if (quote !== '"' && quote !== "'") return word;
    const inner = word.length > 1 && word.endsWith(quote) ? word.slice(1, -1) : word.slice(1);
    return inner.replace(/\\(["'\\])/g, '$1');
  });
}
