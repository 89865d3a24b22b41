import type { editor } from 'monaco-editor/editor';
import { useEffect } from 'react';
import { useView, useWorkbench } from './workbench-context.tsx';

/** Tells the workbench in which line the cursor is. */
export function useCursor(code: editor.IStandaloneCodeEditor | undefined, model: editor.ITextModel): void {
  const { view } = useWorkbench();
  useEffect(() => {
    if (code === undefined) return;
    const tell = () => view.setState({ line: code.getPosition()?.lineNumber ?? 1 });
    if (code.getModel() === model) tell();
    const moved = code.onDidChangeCursorPosition(tell);
    const shown = code.onDidChangeModel(tell);
    return () => {
      moved.dispose();
      shown.dispose();
    };
  }, [code, model, view]);
}

/** Goes to the place that was asked for, once its file is shown. */
export function useTarget(code: editor.IStandaloneCodeEditor | undefined, path: string): void {
  const { view } = useWorkbench();
  const target = useView((state) => state.target);
  useEffect(() => {
    if (code === undefined || target?.path !== path) return;
    const { line, column, length, explain } = target;
    code.setSelection({
      startLineNumber: line,
      startColumn: column,
      endLineNumber: line,
      endColumn: column + length,
    });
    code.revealLineInCenterIfOutsideViewport(line);
    code.focus();
    if (explain === true) code.trigger('problem', 'editor.action.showHover', { focus: 'noAutoFocus' });
    view.setState({ target: undefined });
  }, [code, target, path, view]);
}
