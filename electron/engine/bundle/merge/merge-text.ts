import { mergeLines, type Region } from './merge-lines.ts';
import { narrowConflict } from './narrow-conflict.ts';

export interface MergedText {
  text: string;
  /** Both sides changed the same lines: the markers stand in the text. */
  conflict: boolean;
}

/** The lines between which both versions of a conflict stand; the editor finds them by these words. */
const marks = { begin: '<<<<<<< edited', middle: '=======', end: '>>>>>>> generated' };

/**
 * Merges what a person made of a generated text with what is generated now, by lines. `base` is what was generated last;
 * without it nothing tells who changed what, and all that differs is a conflict.
 */
export function mergeText(base: string | undefined, edited: string, generated: string): MergedText {
  if (edited === generated || edited === base) return { text: generated, conflict: hasConflict(generated) };
  if (base === generated) return { text: edited, conflict: hasConflict(edited) };
  const regions: Region[] =
    base === undefined
      ? [{ kind: 'conflict', edited: lines(edited), generated: lines(generated) }]
      : mergeLines(lines(base), lines(edited), lines(generated));
  const text = regions.flatMap(narrowConflict).flatMap(show).join('\n');
  return { text, conflict: hasConflict(text) };
}

/** Whether a conflict is still to be resolved in a text. */
export function hasConflict(text: string): boolean {
  const begin = text.search(/^<<<<<<< edited\r?$/m);
  return begin >= 0 && /^>>>>>>> generated\r?$/m.test(text.slice(begin));
}

function show(region: Region): string[] {
  if (region.kind === 'merged') return region.lines;
  return [marks.begin, ...region.edited, marks.middle, ...region.generated, marks.end];
}

function lines(text: string): string[] {
  return text.split('\n');
}
