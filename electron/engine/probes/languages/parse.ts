import type { Parsed, Sections } from '../probe.ts';
import { fileText, named, sectionFiles } from '../wire/read.ts';
import { splitNul } from '../wire/sections.ts';

/** What stands in directories above the processes' files; `assemble/languages.ts` joins the processes. */
export interface LanguageMarks {
  virtualenvs: { path: string; details: string[] }[];
  directories: { kind: 'node_modules' | 'composer' | 'gems'; path: string }[];
  goBinaries: { path: string; details: string[] }[];
}

export function parseLanguages(sections: Sections): Parsed<LanguageMarks> {
  const marks = named(sections, 'marks').flatMap((section) => pairs(splitNul(section.body)));
  const files = sectionFiles(sections);
  const value: LanguageMarks = {
    virtualenvs: [...files.keys()]
      .filter((path) => path.endsWith('/pyvenv.cfg'))
      .map((path) => ({ path: path.slice(0, -'/pyvenv.cfg'.length), details: readVirtualenv(fileText(files, path)) })),
    directories: marks.flatMap(([kind, path]) =>
      kind === 'node_modules' || kind === 'composer' || kind === 'gems' ? [{ kind, path }] : [],
    ),
    goBinaries: named(sections, 'go').flatMap((section) => readGo(section.body.toString()) ?? []),
  };
  return { value, gaps: [] };
}

function pairs(strings: readonly string[]): [string, string][] {
  return strings.flatMap((kind, at): [string, string][] => (at % 2 === 0 ? [[kind, strings[at + 1] ?? '']] : []));
}

/** The base interpreter's home and the version, out of pyvenv.cfg (PEP 405). */
function readVirtualenv(text: string): string[] {
  return text
    .split('\n')
    .filter((line) => /^\s*(home|version|version_info|include-system-site-packages)\s*=/.test(line))
    .map((line) => line.trim());
}

function readGo(text: string): { path: string; details: string[] } | undefined {
  const nul = text.indexOf('\0');
  if (nul === -1) return undefined;
  const lines = text
    .slice(nul + 1)
    .split('\n')
    .filter((line) => line !== '');
  return { path: text.slice(0, nul), details: [...new Set(lines.map((line) => line.replaceAll('\t', ' ')))] };
}
