import type { Facts, FileFact } from '../../../../shared/model/facts.ts';
import type { Want } from '../../../../shared/model/findings.ts';
import { globMatcher, isGlob } from '../../text/glob.ts';

export function wantKey(want: Want): string {
  return `${want.kind} ${want.path}`;
}

/**
 * Whether the facts hold an answer to a want already: the content, the metadata (a path that is missing or no text
 * counts as an answer), or a gap that says why it could not be read. What is answered is never asked again.
 */
export function isAnswered(facts: Facts, files: ReadonlyMap<string, FileFact>, want: Want): boolean {
  if (facts.gaps.some((gap) => gap.subject === want.path)) return true;
  const known = files.get(want.path);
  if (known?.type === 'missing') return true;
  switch (want.kind) {
    case 'file':
      return known !== undefined;
    case 'config':
      return known?.type === 'directory' || facts.configFiles.some((config) => matches(want.path, config.path));
    case 'program':
      return facts.programs?.some((program) => program.path === want.path) ?? false;
    case 'access-log':
      return known?.size === 0 || facts.requests.some((request) => request.log === want.path);
  }
}

function matches(want: string, path: string): boolean {
  return want === path || (isGlob(want) && globMatcher(want)(path));
}
