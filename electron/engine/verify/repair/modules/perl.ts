import { dirname } from '../../../detectors/support/paths.ts';
import type { ServerKnowledge } from '../failure.ts';
import { lineAt } from '../log/log-text.ts';
import { environmentPaths } from './environment-paths.ts';
import type { ModuleReader } from './module-reader.ts';

/** Perl names the directories where it looked: those of the container, which are the server's as well. */
const complaint = /Can't locate ([\w/]+\.p[lmh]) in @INC.*?(?:\(@INC (?:contains|entries checked): ([^)]*)\)|$)/gm;
const loadable =
  /Can't locate loadable object for module ([\w:]+) in @INC.*?(?:\(@INC (?:contains|entries checked): ([^)]*)\)|$)/gm;
/** Encode looks for a table by a name of its own list, and says nothing of the file that it misses. */
const encoding = /(?:Unknown encoding '|Cannot find encoding ")([\w.:-]+)/g;
/** Where `\N{…}` and charnames look for names; they take it for granted that these are there. */
const characterNames =
  /(?:Modification of a read-only value attempted|Use of uninitialized value \$txt\b.*?) at (\/\S+)\/_charnames\.pm line/g;
/** The table of each, and words by which an encoding belongs to it (Encode::Config). */
const tables: readonly (readonly [table: string, names: RegExp])[] = [
  ['JP', /jis|jp|japan|cp932|ujis/i],
  ['KR', /kr|korea|ksc|johab|cp949|uhc/i],
  ['TW', /big-?5|cp950|chinesetrad|tca|hkscs/i],
  ['CN', /gb|hz|cn|cp936|ir-165|chinese/i],
];

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
    ...Array.from(text.matchAll(characterNames), (match) => ({
      symptom: lineAt(text, match.index),
      candidates: [`${match[1] ?? ''}/unicore/Name.pl`],
    })),
    ...Array.from(text.matchAll(encoding), (match) => ({
      symptom: lineAt(text, match.index),
      candidates: tablesOf(match[1] ?? '', server),
    })),
  ];
};

/** Where distributions put the tables of Perl's own library; elsewhere they come with it. */
function tablesOf(encoding: string, { serverLibraries, serverPackages }: ServerKnowledge): string[] {
  const table = tables.find(([, names]) => names.test(encoding))?.[0];
  if (table === undefined) return [];
  const versions = [...serverPackages.keys()].flatMap((name) => /^libperl(5\.\d+)/.exec(name)?.[1] ?? []);
  const directories = [...new Set(Object.values(serverLibraries).map(dirname))];
  const ofDebian = versions.flatMap((version) => directories.map((directory) => `${directory}/perl/${version}`));
  return [...ofDebian, '/usr/lib/perl5/core_perl'].map((directory) => `${directory}/Encode/${table}.pm`);
}

/** `List::Util` is loaded from `auto/List/Util/Util.so`. */
function objectOf(module: string): string {
  const parts = module.split('::');
  return ['auto', ...parts, `${parts.at(-1) ?? ''}.so`].join('/');
}
