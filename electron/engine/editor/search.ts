import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Script } from 'node:vm';
import { SlipwayError } from '../../../shared/errors.ts';
import type { FileMatch } from '../../../shared/model/project-file.ts';
import { sentence } from '../../../shared/text/sentence.ts';
import { isRecord, isSecret } from '../projects/regenerate/kinds.ts';
import { pathsBelow } from '../projects/store/read-entry.ts';
import { lookAtProject } from '../projects/store/with-project.ts';
import { readText } from './content.ts';
import { canonicalPath, isHidden } from './paths.ts';

interface Search {
  directory: string;
  query: string;
  regex: boolean;
  matchCase: boolean;
}

const maxMatches = 2000;
const maxFileBytes = 1024 * 1024;
/** Of a line as it is shown. */
const maxShown = 400;
/** An expression that a person types may take forever on one line; the engine has other things to do. */
const maxMilliseconds = 300;

/** Lines of the project's texts that match, as far as they are shown at all: no secrets, no records, no large files. */
export function searchFiles(search: Search): Promise<{ matches: FileMatch[]; truncated: boolean }> {
  const pattern = patternOf(search);
  return lookAtProject(search.directory, async (root) => {
    const matches: FileMatch[] = [];
    for (const path of await searchable(root)) {
      const { text } = await readText(root, path).catch(() => ({ text: '' }));
      matches.push(...find(pattern, text, maxMatches + 1 - matches.length).map((match) => ({ path, ...match })));
      if (matches.length > maxMatches) return { matches: matches.slice(0, maxMatches), truncated: true };
    }
    return { matches, truncated: false };
  });
}

function patternOf({ query, regex, matchCase }: Search): RegExp {
  const flags = matchCase ? 'gu' : 'giu';
  try {
    return new RegExp(regex ? query : query.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'), flags);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new SlipwayError('usage', sentence`This is no regular expression: ${why.replace(/\s+/g, ' ')}`, {
      hint: sentence`Correct it, or search for the text as it stands.`,
      cause,
    });
  }
}

async function searchable(root: string): Promise<string[]> {
  const paths = (await pathsBelow(root, '', isHidden)).filter((path) => !isSecret(path) && !isRecord(path));
  const found: string[] = [];
  for (const path of paths) {
    const real = await canonicalPath(root, path).catch(() => undefined);
    // A link would only show the same lines twice.
    if (real === path && (await stat(join(root, path))).size <= maxFileBytes) found.push(path);
  }
  return found;
}

type LineMatch = Omit<FileMatch, 'path'>;

/** In a context of its own, where it can be stopped. */
const finder = new Script(`
  const found = [];
  const lines = text.split('\\n');
  for (let line = 0; line < lines.length && found.length < limit; line += 1) {
    for (const match of lines[line].matchAll(pattern)) {
      if (match[0] !== '') found.push([line, match.index, match[0].length]);
      if (found.length >= limit) break;
    }
  }
  found;
`);

function find(pattern: RegExp, text: string, limit: number): LineMatch[] {
  const lines = text.split('\n');
  return run(pattern, text, limit).map(([line, index, length]) => {
    const whole = (lines[line] ?? '').replace(/\r$/, '');
    return { line: line + 1, column: index + 1, length, text: whole.slice(0, maxShown) };
  });
}

function run(pattern: RegExp, text: string, limit: number): [number, number, number][] {
  try {
    return finder.runInNewContext({ pattern, text, limit }, { timeout: maxMilliseconds });
  } catch (cause) {
    throw new SlipwayError('usage', sentence`This expression takes too long.`, {
      hint: sentence`Make it simpler: nested repetitions such as (a+)+ are slow.`,
      cause,
    });
  }
}
