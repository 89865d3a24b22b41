/**
 * A pattern as in .gitignore (gitignore(5)), anchored at `/`: `*` and `?` stop at slashes, `**` does not, and a
 * pattern that matches a directory matches all below it.
 */
export function compileGlob(pattern: string): RegExp {
  return new RegExp(`^${globSource(pattern)}(?:/.*)?$`, 's');
}

/** The same as part of an expression, and of the matching path alone: nothing of what is below a directory. */
export function globSource(pattern: string): string {
  const anchored = pattern.startsWith('/') ? pattern : `/**/${pattern}`;
  const body = anchored.replace(/\/+$/, '');
  return body.replace(/\/\*\*(?=\/|$)|\*+|\?|\[!?[^\]/]+\]|\\.|[.+^${}()|[\]\\]/g, translate);
}

function translate(token: string): string {
  if (token === '/**') return '(?:/.*)?';
  if (token.startsWith('*')) return '[^/]*';
  if (token === '?') return '[^/]';
  // A class names no slash, however it is written.
  if (token.startsWith('[') && token.length > 2) return `(?!/)${token.replace(/^\[!/, '[^').replace(/\\/g, '\\\\')}`;
  return token.startsWith('\\') && token.length === 2 ? `\\${token[1]}` : `\\${token}`;
}
