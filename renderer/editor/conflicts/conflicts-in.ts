import type { editor } from 'monaco-editor/editor';
import { type Conflict, findConflicts } from './conflicts.ts';

/** The conflicts of a text in the editor. Most have none, and finding that out copies nothing: it is asked while one types. */
export function conflictsIn(model: editor.ITextModel): readonly Conflict[] {
  if (model.isDisposed()) return none;
  const first = model.findNextMatch('<<<<<<< edited', { lineNumber: 1, column: 1 }, false, true, null, false);
  return first === null ? none : findConflicts(model.getValue());
}

const none: readonly Conflict[] = [];
