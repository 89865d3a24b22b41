import { ownValue } from '../../shared/text/own-value.ts';

/** Names that say what a file is where its extension does not. */
const byName: Readonly<Record<string, string>> = {
  dockerfile: 'dockerfile',
  procfile: 'yaml',
  '.env': 'ini',
  '.env.example': 'ini',
  '.gitignore': 'ini',
  '.gitattributes': 'ini',
  '.dockerignore': 'ini',
  '.htaccess': 'xml',
};

const byExtension: Readonly<Record<string, string>> = {
  yaml: 'yaml',
  yml: 'yaml',
  json: 'json',
  md: 'markdown',
  env: 'ini',
  ini: 'ini',
  cnf: 'ini',
  conf: 'ini',
  cfg: 'ini',
  service: 'ini',
  sh: 'shell',
  bash: 'shell',
  bashrc: 'shell',
  profile: 'shell',
  py: 'python',
  pl: 'perl',
  pm: 'perl',
  cgi: 'perl',
  php: 'php',
  phtml: 'php',
  rb: 'ruby',
  ru: 'ruby',
  js: 'javascript',
  cjs: 'javascript',
  mjs: 'javascript',
  ts: 'typescript',
  java: 'java',
  lua: 'lua',
  tcl: 'tcl',
  c: 'cpp',
  h: 'cpp',
  cpp: 'cpp',
  sql: 'sql',
  html: 'html',
  htm: 'html',
  css: 'css',
  xml: 'xml',
  svg: 'xml',
};

/** Programs that a script's first line names. */
const byInterpreter: [RegExp, string][] = [
  [/\b(?:ba|da|k|z)?sh\b/, 'shell'],
  [/\bpython[\d.]*\b/, 'python'],
  [/\bperl\b/, 'perl'],
  [/\bruby\b/, 'ruby'],
  [/\bphp[\d.]*\b/, 'php'],
  [/\bnode(?:js)?\b/, 'javascript'],
  [/\b(?:tclsh|wish)[\d.]*\b/, 'tcl'],
];

/** Monaco's language for a file: by its name, its extension, else by the first line of its text. */
export function languageOf(path: string, text = ''): string {
  const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
  const extension = name.includes('.') ? name.slice(name.lastIndexOf('.') + 1) : '';
  const named = ownValue(byName, name) ?? (name.endsWith('.dockerfile') ? 'dockerfile' : undefined);
  return named ?? ownValue(byExtension, extension) ?? fromFirstLine(text) ?? 'plaintext';
}

function fromFirstLine(text: string): string | undefined {
  const [, program] = /^#!\s*(\S.*)/.exec(text) ?? [];
  return program === undefined ? undefined : byInterpreter.find(([pattern]) => pattern.test(program))?.[1];
}
