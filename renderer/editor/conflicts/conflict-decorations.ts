import type { editor } from 'monaco-editor/editor';
import classes from '../editor.module.css';
import type { Conflict } from './conflicts.ts';

/** Colors and names for both versions of each conflict. */
export function conflictDecorations(
  conflicts: readonly Conflict[],
  words: { yours: string; newly: string },
): editor.IModelDeltaDecoration[] {
  return conflicts.flatMap(({ begin, middle, end }) => [
    band(begin, begin, classes.editedMarker, words.yours),
    ...(middle - begin > 1 ? [band(begin + 1, middle - 1, classes.edited)] : []),
    ...(end - middle > 1 ? [band(middle + 1, end - 1, classes.generated)] : []),
    band(end, end, classes.generatedMarker, words.newly),
  ]);
}

function band(first: number, last: number, className: string | undefined, note?: string): editor.IModelDeltaDecoration {
  return {
    range: { startLineNumber: first, startColumn: 1, endLineNumber: last, endColumn: Number.MAX_SAFE_INTEGER },
    options: {
      isWholeLine: true,
      className: className ?? null,
      ...(note === undefined ? {} : { after: { content: ` (${note})`, inlineClassName: classes.note ?? '' } }),
    },
  };
}
