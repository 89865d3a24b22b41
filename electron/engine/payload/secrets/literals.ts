/** A rule over a text; the last group of a match is the secret itself. */
interface LiteralRule {
  name: string;
  pattern: RegExp;
  /** `settings` rules read lines of configuration, where a bare word is a value; in code it is a variable. */
  within: 'any' | 'settings';
}

const word =
  'passw(?:or)?d|passwd|pwd|secret(?:[_-]?key)?|api[_-]?key|access[_-]?key|auth[_-]?token|access[_-]?token|private[_-]?key|masterauth|bindpw';
const key = String.raw`[\w.-]*(?:${word})`;

const rules: LiteralRule[] = [
  {
    name: 'private-key',
    // A mere mention of the header, as in code that reads keys, has no key behind it.
    pattern:
      /-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----(?:\s|\\[nr]|["'+,])*(?:[A-Za-z-]+: [^\n]*\n\s*)*[A-Za-z0-9+/=]{20}/g,
    within: 'any',
  },
  {
    name: 'password-hash',
    // Credentials of basic authentication; hashes can be guessed offline.
    pattern: /^[^\s:#]{1,64}:(?:\$(?:apr1|1|2[aby]|5|6|y|argon2id?)\$|\{S?SHA\})\S{8,}/gm,
    within: 'any',
  },
  {
    name: 'credentials-in-url',
    pattern: /\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s:@/'"<>{}$%[\]]{0,64}:([^\s@/'"<>{}$%[\]]{3,128})@[\w.-]+/gi,
    within: 'any',
  },
  {
    name: 'password-literal',
    // password = "literal", 'secret_key': 'literal'
    pattern: new RegExp(
      String.raw`(?:^|[\s"'({,;$>])${key}["']?\]?[ \t]*(?:=>|[:=])[ \t]*(["'])([^"'\n]{3,200})\1`,
      'gim',
    ),
    within: 'any',
  },
  {
    name: 'password-literal',
    // define('DB_PASSWORD', 'literal')
    pattern: new RegExp(String.raw`\bdefine\(\s*["']${key}["']\s*,\s*(["'])([^"'\n]{3,200})\1`, 'gi'),
    within: 'any',
  },
  {
    name: 'password-literal',
    // DB_PASSWORD=literal, as in environment files and shell scripts
    pattern: new RegExp(
      String.raw`^[ \t]*(?:export[ \t]+)?${key.toUpperCase().replaceAll('\\W', '\\w')}=([^\s"'#;,]{3,200})[ \t]*$`,
      'gm',
    ),
    within: 'any',
  },
  {
    name: 'password-literal',
    // password = literal, password: literal, requirepass literal
    pattern: new RegExp(
      String.raw`^[ \t]*(?:${key}[ \t]*[=:]|(?:requirepass|masterauth|bindpw|rootpw)[ \t])[ \t]*([^\s"'#;,]{3,200})[ \t]*$`,
      'gim',
    ),
    within: 'settings',
  },
];

/** What is written where a secret will be put later, or says that there is none. */
const placeholder =
  /^(?:(.)\1{2,}|\*+|none|null|nil|true|false|yes|no|on|off|empty|undefined|change[_-]?(?:me|it)|your[_-].*|example.*|dummy|placeholder|todo|required|optional|prompt|ask|disabled|default|hidden|files?|md5|sha\d+|scram-sha-256|plain|crypt|str|text|int|bytes|bool|[\w-]*(?:passw(?:or)?d|passwd|secret|token|key|pass|pwd)[\w-]*:?)$/i;

const code =
  /\.(?:py|pyi|rb|pl|pm|t|js|mjs|cjs|ts|tsx|jsx|vue|java|kt|scala|go|rs|c|cc|cpp|h|hpp|cs|lua|tcl|m|el|html?|xhtml|tmpl|md|rst|txt|css)$/i;

/** Names of the rules by which a text holds a secret; empty where there is none. */
export function findLiterals(text: string, path: string): string[] {
  const isCode = code.test(path) || text.startsWith('#!');
  const applied = rules.filter(({ within }) => within === 'any' || !isCode);
  const broken = applied.filter((rule) => [...text.matchAll(rule.pattern)].some((match) => isReal(match)));
  return [...new Set(broken.map(({ name }) => name))];
}

function isReal(match: RegExpMatchArray): boolean {
  if (match.length === 1) return true;
  const literal = match.at(-1) ?? '';
  return !placeholder.test(literal) && !isReference(literal) && !isComment(match);
}

/** Variables, templates, calls, paths and sentences are no literals. */
function isReference(literal: string): boolean {
  return /[${}<>()[\]]|%\w|^@|^[./~]|\s|^&|^self\b|^[A-Z][A-Z_]+$|^\w+\.\w+(\.\w+)*$|[:,]$/.test(literal);
}

function isComment(match: RegExpMatchArray): boolean {
  const text = match.input ?? '';
  const at = (match.index ?? 0) + match[0].search(/\S/);
  const start = text.lastIndexOf('\n', at) + 1;
  return /^\s*(#|;|\/\/|\*|<!--)/.test(text.slice(start, at + 1));
}
