import { commentText } from '../one-line.ts';

/** Text from the server as Markdown that shows it as it is: one line, nothing of it a link, HTML or a table's border. */
export function markdownText(text: string): string {
  return commentText(text).replace(/[\\`*_[\]<>|#&~!]/g, '\\$&');
}

/** Text as inline code, in a fence that is longer than any run of backticks in it. */
export function inlineCode(text: string): string {
  const line = commentText(text).replaceAll('|', '\\|');
  const longest = Math.max(0, ...[...line.matchAll(/`+/g)].map((match) => match[0].length));
  const fence = '`'.repeat(longest + 1);
  return longest === 0 ? `${fence}${line}${fence}` : `${fence} ${line} ${fence}`;
}

export function table(head: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

export function list(items: string[]): string {
  return items.map((item) => `- ${item}`).join('\n');
}
