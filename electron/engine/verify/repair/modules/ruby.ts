import { lineAt } from '../log/log-text.ts';
import { environmentPaths } from './environment-paths.ts';
import type { ModuleReader } from './module-reader.ts';

const complaint = /cannot load such file -- (\S+)(?: \(LoadError\))?/g;

/** A gem's version is not in the message: the gem directories of the server's services come as a whole. */
export const rubyModules: ModuleReader = (text, server) => {
  const gems = environmentPaths(server, 'gems');
  return Array.from(text.matchAll(complaint), (match) => {
    const name = match[1] ?? '';
    const system = ['/usr/lib/ruby/vendor_ruby', '/usr/local/lib/site_ruby'].map((path) => `${path}/${name}.rb`);
    const candidates = name.startsWith('/') ? [name, `${name}.rb`] : [...system, ...gems];
    return { symptom: lineAt(text, match.index).replace(/^<internal:[^>]*>:\d+:/, ''), candidates };
  });
};
