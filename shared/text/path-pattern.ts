/**
 * A pattern as in .gitignore (gitignore(5)), anchored at `/`: `*` and `?` stop at slashes, `**` does not, and a
 * pattern that matches a directory matches all below it.
 */
export function compileGlob(pattern: string): RegExp {
  const anchored = pattern.startsWith('/') ? pattern : `/**/${pattern}`;
  const body = anchored.replace(/\/+$/, '');
  const source = body.replace(/\/\*\*(?=\/|$)|\*+|\?|\[!?[^\]/]+\]|\\.|[.+^${}()|[\]\\]/g, translate);
  return new RegExp(`^${source}(?:/.*)?$`, 's');
}

function translate(token: string): string {
  if (token === '/**') return '(?:/.*)?';
  if (token.startsWith('*')) return '[^/]*';
  if (token === '?') return '[^/]';
  if (token.startsWith('[') && token.length > 2) return token.replace(/^\[!/, '[^').replace(/\\/g, '\\\\');
  return token.startsWith('\\') && token.length === 2 ? `\\${token[1]}` : `\\${token}`;
}
