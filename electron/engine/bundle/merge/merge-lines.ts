import { diffIndices } from 'node-diff3';

export type Region = { kind: 'merged'; lines: string[] } | { kind: 'conflict'; edited: string[]; generated: string[] };

/** Lines of the base, from `start` up to `end`, that a side has as `lines`. */
interface Hunk {
  side: 'edited' | 'generated';
  start: number;
  end: number;
  lines: string[];
}

/**
 * A three-way merge of lines. Only changes of the same lines are a conflict: beside each other, a person's LABEL above a
 * CMD that is generated anew, or another FROM below a new comment, both are meant and neither hides the other. (The usual
 * diff3 calls that a conflict, and generated files are full of such neighbors.)
 */
export function mergeLines(base: string[], edited: string[], generated: string[]): Region[] {
  const regions: Region[] = [];
  let at = 0;
  for (const group of groupsOf([...hunksOf(base, edited, 'edited'), ...hunksOf(base, generated, 'generated')])) {
    const { start, end } = rangeOf(group);
    regions.push({ kind: 'merged', lines: base.slice(at, start) }, resolve(base, group));
    at = end;
  }
  return [...regions, { kind: 'merged', lines: base.slice(at) }];
}

function hunksOf(base: string[], changed: string[], side: Hunk['side']): Hunk[] {
  return diffIndices(base, changed).map(({ buffer1: [start, length], buffer2Content: lines }) => ({
    side,
    start,
    end: start + length,
    lines,
  }));
}

/** Hunks that touch the same lines, together; in the order of the base, what is put between two lines first. */
function groupsOf(hunks: Hunk[]): Hunk[][] {
  const groups: Hunk[][] = [];
  for (const hunk of hunks.sort((one, other) => one.start - other.start || one.end - other.end)) {
    const group = groups.at(-1);
    if (group !== undefined && overlaps(rangeOf(group), hunk)) group.push(hunk);
    else groups.push([hunk]);
  }
  return groups;
}

/** An insertion is in the way of another one at the same place, and of a change of the lines around it. */
function overlaps(range: { start: number; end: number }, hunk: Hunk): boolean {
  if (hunk.start === hunk.end) {
    const isSamePlace = range.start === range.end && range.start === hunk.start;
    return isSamePlace || (range.start < hunk.start && hunk.start < range.end);
  }
  return hunk.start < range.end && range.start < hunk.end;
}

function rangeOf(group: Hunk[]): { start: number; end: number } {
  return { start: Math.min(...group.map(({ start }) => start)), end: Math.max(...group.map(({ end }) => end)) };
}

function resolve(base: string[], group: Hunk[]): Region {
  const [edited, generated] = [sideOf(base, group, 'edited'), sideOf(base, group, 'generated')];
  const isOneSided = new Set(group.map(({ side }) => side)).size === 1;
  if (isOneSided) return { kind: 'merged', lines: group[0]?.side === 'edited' ? edited : generated };
  if (edited.join('\n') === generated.join('\n')) return { kind: 'merged', lines: edited };
  return { kind: 'conflict', edited, generated };
}

/** What a side has in the place of the group's lines. */
function sideOf(base: string[], group: Hunk[], side: Hunk['side']): string[] {
  const range = rangeOf(group);
  const result: string[] = [];
  let at = range.start;
  for (const hunk of group.filter((one) => one.side === side)) {
    result.push(...base.slice(at, hunk.start), ...hunk.lines);
    at = hunk.end;
  }
  return [...result, ...base.slice(at, range.end)];
}
