import type { editor } from 'monaco-editor/editor';
import type { Conflict } from '../../editor/conflicts/conflicts.ts';
import { conflictsIn } from '../../editor/conflicts/conflicts-in.ts';
import { useModelValue } from './use-model-value.ts';

export function useConflicts(model: editor.ITextModel): readonly Conflict[] {
  return useModelValue(model, conflictsIn);
}
