const special = /[.+^${}()|\\]/g;

/**
 * A shell glob as a regular expression over a whole path: `*` and `?` stay within one name, `[…]` is a class, and no
 * wildcard matches a leading dot (as `glob(3)` does by default).
 */
export function globToRegExp(glob: string): RegExp {
  const source = glob
    .split('/')
    .map((name) => nameToSource(name))
    .join('/');
  return new RegExp(`^${source}$`);
}

export function isGlob(text: string): boolean {
  return /[*?[]/.test(text);
}

function nameToSource(name: string): string {
  const guard = /^[*?[]/.test(name) ? '(?!\\.)' : '';
  const body = name.replace(/\[!?[^\]]+\]|[*?]|[^*?[]+|\[/g, (part) => {
    if (part === '*') return '[^/]*';
    if (part === '?') return '[^/]';
    if (part === '[') return '\\[';
    if (part.startsWith('[')) return classSource(part);
    return part.replace(special, '\\$&').replaceAll(']', '\\]');
  });
  return guard + body;
}

function classSource(part: string): string {
  const negated = part.startsWith('[!');
  const members = part.slice(negated ? 2 : 1, -1).replace(/[\\^[\]]/g, '\\$&');
  return `[${negated ? '^/' : ''}${members}]`;
}
