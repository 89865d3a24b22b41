/** Where in its Dockerfile a build failed, as the builder's words tell; undefined where they do not. */
export function dockerfileLine(reasons: readonly string[]): number | undefined {
  for (const reason of reasons) {
    const [, line] = /\bdockerfile(?: parse error| syntax error)?(?: on)? line (\d+)\b/i.exec(reason) ?? [];
    if (line !== undefined) return Number(line);
  }
  return undefined;
}
