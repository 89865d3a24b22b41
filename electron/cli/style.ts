/** How a terminal shows a word; plain where colours are unwanted. */
export interface Style {
  good(text: string): string;
  bad(text: string): string;
  careful(text: string): string;
  quiet(text: string): string;
}

/** Colours on a terminal, unless NO_COLOR is set (no-color.org) or the terminal has none. */
export function createStyle(terminal: boolean, environment: NodeJS.ProcessEnv): Style {
  const coloured = terminal && !environment.NO_COLOR && environment.TERM !== 'dumb';
  const paint = (code: number) => (text: string) =>
    coloured && text !== '' ? `\u001b[${code}m${text}\u001b[39m` : text;
  return { good: paint(32), bad: paint(31), careful: paint(33), quiet: paint(90) };
}
