import type { ConfigFile, Facts, FileFact } from '../../../../shared/model/facts.ts';
import { readMetadata } from '../files/metadata.ts';
import { readOwners } from '../files/owners.ts';
import { withOwner } from '../files/parse.ts';
import { readTexts } from '../files/texts.ts';
import type { Parsed, Sections } from '../probe.ts';
import { named, sectionLines } from '../wire/read.ts';

export interface Answers {
  configFiles: ConfigFile[];
  files: FileFact[];
  /** Paths that may be there, below a directory that the account may not search. */
  hidden: string[];
  requests: Facts['requests'];
  programs: NonNullable<Facts['programs']>;
}

export function parseAnswers(sections: Sections): Parsed<Answers> {
  const { configFiles, gaps } = readTexts('enrich', sections);
  const owner = readOwners(sections);
  const files = [...readMetadata(sections).values()].map((file) => withOwner(file, owner(file.path)));
  const requests = named(sections, 'requests').flatMap((section) => readRequests(section.body.toString()));
  const programs = named(sections, 'names').map((section) => readNames(section.body.toString()));
  return { value: { configFiles, files, hidden: sectionLines(sections, 'hidden'), requests, programs }, gaps };
}

/** Query parameters that are likely to carry a secret: such a request is not repeated, nor written anywhere. */
const secretParameter = /[?&;](?:[^=&]*(?:token|secret|passw|pwd|key|auth|session|sid|sig|code|jwt))[^=&]*=/i;

function readRequests(text: string): Facts['requests'] {
  const nul = text.indexOf('\0');
  const log = text.slice(0, Math.max(nul, 0));
  return text
    .slice(nul + 1)
    .split('\n')
    .flatMap((line) => {
      const [, count, path] = /^\s*(\d+) (\/\S*)$/.exec(line) ?? [];
      return count === undefined || path === undefined || secretParameter.test(path)
        ? []
        : [{ log, path, count: Number(count) }];
    });
}

/** A program's path, NUL, and a line for each path that stands in it, or for the beginning of an HTTP answer. */
function readNames(text: string): Answers['programs'][number] {
  const [path = '', lines = ''] = text.split('\0', 2);
  const found = lines.split('\n');
  return {
    path,
    names: found.filter((line) => line.startsWith('/')),
    speaksHttp: found.some((line) => /^HTTP/.test(line)),
  };
}
