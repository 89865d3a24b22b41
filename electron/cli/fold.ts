/**
 * Text folded at spaces to the terminal's width, every line but the first indented; as it is where there is no terminal,
 * so that a pipe gets whole lines. A table's row would lose its columns, so rows of several columns are left alone.
 */
export function fold(text: string, columns: number | undefined, indent: number): string {
  if (columns === undefined || text.length <= columns || /\S {2,}\S/.test(text)) return text;
  const lines: string[] = [];
  for (const word of text.split(/(?<=\S) /)) {
    const last = lines.at(-1);
    if (last === undefined) lines.push(word);
    else if (last.length + 1 + word.length <= columns) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(`${' '.repeat(indent)}${word}`);
  }
  return lines.join('\n');
}
