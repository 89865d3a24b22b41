/** A directive of redis.conf, its name in lower case. */
export interface RedisDirective {
  name: string;
  args: string[];
}

/** redis.conf: one directive a line, `#` comments, double or single quotes. */
export function parseRedisConfig(text: string): RedisDirective[] {
  return text.split(/\r?\n/).flatMap((line) => {
    const [name, ...args] = (line.match(/"(?:\\.|[^"\\])*"|'(?:\\'|[^'])*'|\S+/g) ?? []).map(unquote);
    return name === undefined || name.startsWith('#') ? [] : [{ name: name.toLowerCase(), args }];
  });
}

function unquote(word: string): string {
  const quoted = /^(["'])(.*)\1$/s.exec(word);
  return quoted ? (quoted[2] ?? '').replace(/\\(["'\\])/g, '$1') : word;
}
