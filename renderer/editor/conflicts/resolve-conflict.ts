import type { editor } from 'monaco-editor/editor';
import { type Conflict, findConflicts, type Keep, keptLines } from './conflicts.ts';

/** Puts what is kept in a conflict's place, as one step that can be undone. Nothing happens where it is gone already. */
export function resolveConflict(model: editor.ITextModel, conflict: Conflict, keep: Keep): void {
  const present = findConflicts(model.getValue()).find(({ begin }) => begin === conflict.begin);
  if (present === undefined) return;
  const kept = keptLines(model.getLinesContent(), present, keep);
  const last = model.getLineCount();
  // The whole lines, with the line end after them; at the end of the file there is none.
  const range = {
    startLineNumber: present.begin,
    startColumn: 1,
    endLineNumber: present.end < last ? present.end + 1 : present.end,
    endColumn: present.end < last ? 1 : model.getLineMaxColumn(present.end),
  };
  const text = kept.map((line) => `${line}\n`).join('');
  model.pushStackElement();
  model.pushEditOperations([], [{ range, text: present.end < last ? text : text.replace(/\n$/, '') }], () => null);
  model.pushStackElement();
}
