import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { SlipwayError } from '../../../shared/errors.ts';
import type { FileMatch } from '../../../shared/model/project-file.ts';
import { sentence } from '../../../shared/text/sentence.ts';
import { isRecord, isSecret } from '../projects/regenerate/kinds.ts';
import { pathsBelow } from '../projects/store/read-entry.ts';
import { lookAtProject } from '../projects/store/with-project.ts';
import { readText } from './content.ts';
import { createFinder } from './find-lines.ts';
import { canonicalPath, isHidden } from './paths.ts';

interface Search {
  directory: string;
  query: string;
  regex: boolean;
  matchCase: boolean;
}

const maxMatches = 2000;
const maxFileBytes = 1024 * 1024;
/** Of looking at all texts: whoever waits longer is better told. */
const maxMilliseconds = 5000;

/** Lines of the project's texts that match, as far as they are shown at all: no secrets, no records, no large files. */
export function searchFiles(
  search: Search,
  signal?: AbortSignal,
): Promise<{ matches: FileMatch[]; truncated: boolean }> {
  const find = createFinder(patternOf(search), maxMilliseconds);
  return lookAtProject(search.directory, async (root) => {
    const matches: FileMatch[] = [];
    for (const path of await searchable(root)) {
      signal?.throwIfAborted();
      const { text } = await readText(root, path).catch(() => ({ text: '' }));
      matches.push(...find(text, maxMatches + 1 - matches.length).map((match) => ({ path, ...match })));
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
