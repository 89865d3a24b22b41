/** One word of a POSIX shell that is nothing but its text: quoted where any character would mean something. */
export function shellWord(text: string): string {
  return /^[\w./:@%+,=-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
