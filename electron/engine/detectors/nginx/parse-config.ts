/** One directive of an nginx configuration; a block has children. */
export interface NginxDirective {
  name: string;
  args: string[];
  children: NginxDirective[];
}

/**
 * nginx's configuration syntax: words ended by `;` or opened into a block by `{`, quotes around words, `#` comments.
 * Lua blocks are passed over. Undefined for a text whose braces do not match.
 */
export function parseNginxConfig(text: string): NginxDirective[] | undefined {
  const top: NginxDirective[] = [];
  const open = [top];
  let words: string[] = [];
  const tokens = tokensOf(text);
  for (let token = tokens.next(); token !== undefined; token = tokens.next()) {
    if (token === ';' || token === '{') {
      const directive = { name: words[0] ?? '', args: words.slice(1), children: [] };
      if (words.length > 0) open.at(-1)?.push(directive);
      if (token === '{' && directive.name.endsWith('_by_lua_block')) tokens.skipBlock();
      else if (token === '{') open.push(directive.children);
      words = [];
    } else if (token === '}') {
      if (open.length === 1) return undefined;
      open.pop();
    } else words.push(unquoted(token));
  }
  return open.length === 1 ? top : undefined;
}

function tokensOf(text: string): { next(): string | undefined; skipBlock(): void } {
  // A brace within a word belongs to it (`${name}`, a regular expression's `{2}` stands in quotes).
  const pattern =
    /\s+|#[^\n]*|[;{}]|"(?:\\[\s\S]|[^"\\])*"?|'(?:\\[\s\S]|[^'\\])*'?|(?:\$\{[^}\s]*\}|\\[\s\S]|[^\s;{}])+/y;
  function next(): string | undefined {
    while (pattern.lastIndex < text.length) {
      const token = pattern.exec(text)?.[0];
      if (token === undefined) return undefined;
      if (!/^[\s#]/.test(token)) return token;
    }
    return undefined;
  }
  function skipBlock(): void {
    for (let depth = 1; depth > 0; ) {
      const token = next();
      if (token === undefined) return;
      if (token === '{') depth += 1;
      if (token === '}') depth -= 1;
    }
  }
  return { next, skipBlock };
}

function unquoted(word: string): string {
  return /^(["'])[\s\S]*\1$/.test(word) && word.length > 1 ? word.slice(1, -1).replace(/\\(["'])/g, '$1') : word;
}
