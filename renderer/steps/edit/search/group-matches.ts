import type { FileMatch } from '../../../../shared/model/project-file.ts';

export interface FileMatches {
  path: string;
  matches: FileMatch[];
}

/** Matches by file, in the order in which they came. */
export function groupMatches(matches: readonly FileMatch[]): FileMatches[] {
  const groups = new Map<string, FileMatch[]>();
  for (const match of matches) {
    const group = groups.get(match.path);
    if (group === undefined) groups.set(match.path, [match]);
    else group.push(match);
  }
  return [...groups].map(([path, found]) => ({ path, matches: found }));
}

/** So few that the match is seen in a narrow list. */
const BEFORE = 12;

/** A match with a little of its line around it: a long line is cut before the match. */
export function excerpt({ text, column, length }: FileMatch): { before: string; match: string; after: string } {
  const start = column - 1;
  const before = text.slice(0, start).trimStart();
  return {
    before: before.length > BEFORE ? `…${before.slice(-BEFORE)}` : before,
    match: text.slice(start, start + length),
    after: text.slice(start + length, start + length + 200),
  };
}
