/** Variables of an EnvironmentFile (systemd.exec(5)): `NAME=value`, quotes, `\` at the end, `#` and `;` comments. */
export function parseEnvironmentFile(text: string): { name: string; value: string }[] {
  const joined = text.replace(/\\\r?\n/g, '');
  return joined.split(/\r?\n/).flatMap((line) => {
    const match = /^\s*(?:export\s+)?([A-Za-z_][A-Za-z0-9_]*)=(.*)$/.exec(line);
    return match?.[1] === undefined ? [] : [{ name: match[1], value: unquote((match[2] ?? '').trim()) }];
  });
}

function unquote(value: string): string {
  const single = /^'([^']*)'$/.exec(value);
  if (single) return single[1] ?? '';
  const double = /^"((?:\\.|[^"\\])*)"$/.exec(value);
  return double ? (double[1] ?? '').replace(/\\(["\\$`])/g, '$1') : value;
}
