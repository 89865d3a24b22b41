import { isGlob } from '../../text/glob.ts';
import { resolvePath } from '../support/paths.ts';
import type { Server } from '../support/server.ts';
import { type Directive, parseApacheConfig } from './parse-config.ts';

/** A directive in force, with where it stands and what encloses it. */
export interface ActiveDirective {
  name: string;
  args: string[];
  /** `/etc/apache2/ports.conf:5`. */
  source: string;
  /** Enclosing sections, outermost first: `virtualhost`, `directory` …; those about conditions are resolved. */
  sections: { name: string; args: string[]; source: string }[];
}

export interface Evaluated {
  directives: ActiveDirective[];
  /** Files that were read, in order. */
  files: string[];
  /** Included paths and globs that the facts do not hold. */
  unread: string[];
  /** Modules that LoadModule names, without `_module`. */
  modules: Set<string>;
  serverRoot: string;
}

interface State extends Evaluated {
  variables: Map<string, string>;
  defines: Set<string>;
}

const deepest = 16;
const mostFiles = 500;
const builtIn = [
  'core',
  'so',
  'http',
  'mpm_event',
  'mpm_worker',
  'mpm_prefork',
  'unixd',
  'log_config',
  'logio',
  'version',
  'watchdog',
];

/** What a main file means once its includes, variables and conditions are resolved. */
export function evaluateApache(
  server: Server,
  main: string,
  start: { serverRoot: string; variables: ReadonlyMap<string, string>; defines: string[] },
): Evaluated {
  const state: State = {
    directives: [],
    files: [],
    unread: [],
    modules: new Set(),
    serverRoot: start.serverRoot,
    variables: new Map(start.variables),
    defines: new Set(start.defines),
  };
  includePath(server, state, main, [], 0);
  return state;
}

function includePath(
  server: Server,
  state: State,
  path: string,
  sections: ActiveDirective['sections'],
  depth: number,
): void {
  if (depth > deepest || state.files.length > mostFiles) return;
  const found = server.readAll(path);
  const inDirectory = found.length === 0 && !isGlob(path) ? server.readAll(`${path}/*`) : found;
  if (inDirectory.length === 0) state.unread.push(path);
  for (const file of inDirectory) {
    if (!state.files.includes(file.path)) state.files.push(file.path);
    walk(server, state, parseApacheConfig(file.content), file.path, sections, depth);
  }
}

function walk(
  server: Server,
  state: State,
  directives: Directive[],
  file: string,
  sections: ActiveDirective['sections'],
  depth: number,
): void {
  for (const { name, args: written, line, children } of directives) {
    const args = written.map((argument) => expand(argument, state));
    const source = `${file}:${line}`;
    if (children) {
      if (!holds(name, args, state)) continue;
      const inner = isCondition(name) ? sections : [...sections, { name, args, source }];
      walk(server, state, children, file, inner, depth);
      continue;
    }
    apply(state, name, args);
    if (name === 'include' || name === 'includeoptional') {
      includePath(server, state, resolvePath(state.serverRoot, args[0] ?? ''), sections, depth + 1);
    } else state.directives.push({ name, args, source, sections });
  }
}

function apply(state: State, name: string, args: string[]): void {
  const [first = '', second] = args;
  if (name === 'serverroot') state.serverRoot = first;
  else if (name === 'loadmodule') state.modules.add(first.replace(/_module$/, ''));
  else if (name === 'undefine') state.defines.delete(first);
  else if (name === 'define') {
    state.defines.add(first);
    if (second !== undefined) state.variables.set(first, second);
  }
}

function isCondition(name: string): boolean {
  return name.startsWith('if') || name.startsWith('else');
}

/** Conditions that hang on the request (`If`), the version or a file are taken to hold: too much beats too little. */
function holds(name: string, args: string[], state: State): boolean {
  const [test = ''] = args;
  const negated = test.startsWith('!');
  const subject = negated ? test.slice(1) : test;
  if (name === 'ifdefine') return state.defines.has(subject) !== negated;
  if (name === 'ifmodule') return hasModule(subject, state) !== negated;
  return true;
}

function hasModule(written: string, state: State): boolean {
  const name = written.replace(/^mod_/, '').replace(/(\.c|_module)$/, '');
  return (
    state.modules.has(name) ||
    builtIn.includes(name) ||
    (name === 'php' && [...state.modules].some((module) => /^php\d?$/.test(module)))
  );
}

function expand(text: string, state: State): string {
  return text.replace(/\$\{(\w+)\}/g, (whole, name: string) => state.variables.get(name) ?? whole);
}
