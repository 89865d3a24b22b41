/** A section of a php-fpm configuration: `[global]` or a pool. */
export interface PoolSection {
  name: string;
  /** In order; `php_admin_value[error_log]` keeps its brackets. */
  entries: { name: string; value: string }[];
}

/** php-fpm's INI syntax: sections, `name = value`, `;` and `#` comments, quotes around values. */
export function parsePools(text: string): PoolSection[] {
  const sections: PoolSection[] = [{ name: 'global', entries: [] }];
  for (const line of text.split(/\r?\n/)) {
    const header = /^\s*\[([^\]]+)\]\s*$/.exec(line)?.[1];
    if (header !== undefined) sections.push({ name: header, entries: [] });
    const match = /^\s*([A-Za-z][\w.]*(?:\[[^\]]*\])?)\s*=\s*(.*)$/.exec(line);
    if (match?.[1]) sections.at(-1)?.entries.push({ name: match[1], value: unquoted(match[2] ?? '') });
  }
  return sections;
}

function unquoted(written: string): string {
  const quoted = /^(["'])(.*?)\1/.exec(written.trim());
  return quoted ? (quoted[2] ?? '') : written.replace(/\s+;.*$/, '').trim();
}
