import { lineAt } from '../log/log-text.ts';
import { environmentPaths } from './environment-paths.ts';
import type { ModuleReader } from './module-reader.ts';

/** Perl names the directories where it looked: those of the container, which are the server's as well. */
const complaint = /Can't locate ([\w/]+\.p[lmh]) in @INC.*?(?:\(@INC (?:contains|entries checked): ([^)]*)\)|$)/gm;
const loadable =
  /Can't locate loadable object for module ([\w:]+) in @INC.*?(?:\(@INC (?:contains|entries checked): ([^)]*)\)|$)/gm;

export const perlModules: ModuleReader = (text, server) => {
  const named = environmentPaths(server, 'perl-inc');
  const within = (match: RegExpMatchArray, file: string) => ({
    symptom: lineAt(text, match.index ?? 0).replace(/ \(you may need to install.*?\)| \(@INC.*$/g, ''),
    candidates: [...named, ...(match[2] ?? '').split(/\s+/).filter((path) => path.startsWith('/'))].map(
      (path) => `${path}/${file}`,
    ),
  });
  return [
    ...Array.from(text.matchAll(complaint), (match) => within(match, match[1] ?? '')),
    ...Array.from(text.matchAll(loadable), (match) => within(match, objectOf(match[1] ?? ''))),
  ];
};

/** `List::Util` is loaded from `auto/List/Util/Util.so`. */
function objectOf(module: string): string {
  const parts = module.split('::');
  return ['auto', ...parts, `${parts.at(-1) ?? ''}.so`].join('/');
}
