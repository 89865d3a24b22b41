/** What a server or a file says, made safe to show on one line: no control or direction characters, bounded. */
export function printable(text: string, limit = 200): string {
  const line = text
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();
  return line.length > limit ? `${line.slice(0, limit)}…` : line;
}
