import { dirname, resolvePath } from '../../../detectors/support/paths.ts';
import { lineAt } from '../log/log-text.ts';
import { environmentPaths } from './environment-paths.ts';
import type { ModuleReader } from './module-reader.ts';

const complaint = /Cannot find (?:module|package) '([^']+)'(?: imported from (\S+))?/g;

/** A package is looked for in node_modules of the requiring file's directory and of those above (Node's own rule). */
export const nodeModules: ModuleReader = (text, server) =>
  Array.from(text.matchAll(complaint), (match) => {
    const [, name = '', importer] = match;
    const stack = /Require stack:\n- (\/\S+)/.exec(text.slice(match.index))?.[1];
    const from = dirname(importer ?? stack ?? '/');
    return {
      symptom: lineAt(text, match.index),
      candidates: candidatesOf(name, from, environmentPaths(server, 'node_modules')),
    };
  });

function candidatesOf(name: string, from: string, known: readonly string[]): string[] {
  if (/^\.{0,2}\//.test(name)) {
    const path = resolvePath(from, name);
    return ['', '.js', '.cjs', '.mjs', '.json', '/index.js'].map((ending) => `${path}${ending}`);
  }
  const own = name.split('/', name.startsWith('@') ? 2 : 1).join('/');
  const directories = [
    ...ancestorsOf(from).map((directory) => `${directory}/node_modules`),
    ...known,
    '/usr/share/nodejs',
    '/usr/lib/node_modules',
  ];
  return directories.map((directory) => `${directory.replace(/^\/\//, '/')}/${own}`);
}

function ancestorsOf(directory: string): string[] {
  return directory === '/' ? ['/'] : [directory, ...ancestorsOf(dirname(directory))];
}
