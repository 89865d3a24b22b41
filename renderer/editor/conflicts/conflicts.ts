/** Whose problems the conflicts are, among those that Monaco holds. */
export const conflictOwner = 'conflict';

/** A place where both the person and Slipway changed the same lines. Line numbers from 1. */
export interface Conflict {
  /** The line `<<<<<<< edited`. */
  begin: number;
  /** The line `=======`. */
  middle: number;
  /** The line `>>>>>>> generated`. */
  end: number;
}

/** Which version stays, in the order in which they are offered. */
export const keeps = ['edited', 'generated', 'both'] as const;
export type Keep = (typeof keeps)[number];

/** The conflicts that still stand in a text, as the engine's merge marks them; half a conflict is none. */
export function findConflicts(text: string): Conflict[] {
  const conflicts: Conflict[] = [];
  let begin: number | undefined;
  let middle: number | undefined;
  for (const [index, raw] of text.split('\n').entries()) {
    const line = raw.replace(/\r$/, '');
    if (line === '<<<<<<< edited') {
      begin = index + 1;
      middle = undefined;
    } else if (line === '=======' && begin !== undefined) {
      middle ??= index + 1;
    } else if (line === '>>>>>>> generated' && begin !== undefined && middle !== undefined) {
      conflicts.push({ begin, middle, end: index + 1 });
      begin = undefined;
    }
  }
  return conflicts;
}

/** The lines that take the place of a conflict. */
export function keptLines(lines: readonly string[], conflict: Conflict, keep: Keep): string[] {
  const edited = lines.slice(conflict.begin, conflict.middle - 1);
  const generated = lines.slice(conflict.middle, conflict.end - 1);
  if (keep === 'edited') return edited;
  return keep === 'generated' ? generated : [...edited, ...generated];
}

/** The conflict to go to from a line: the nearest one after or before it, round the ends. */
export function neighbor(conflicts: readonly Conflict[], line: number, direction: 'next' | 'previous') {
  if (direction === 'next') return conflicts.find(({ begin }) => begin > line) ?? conflicts[0];
  return conflicts.findLast(({ begin }) => begin < line) ?? conflicts.at(-1);
}
