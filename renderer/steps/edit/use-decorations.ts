import type { editor } from 'monaco-editor/editor';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { conflictDecorations } from '../../editor/conflicts/conflict-decorations.ts';
import type { Conflict } from '../../editor/conflicts/conflicts.ts';
import type { LineReason } from './why/line-reason.ts';
import { whyDecorations } from './why/why-decorations.ts';
import { useWorkbench } from './workbench-context.tsx';

/** Marks reasons in the margin and conflicts in the text. A click on a mark leads to the reason. */
export function useDecorations(
  code: editor.IStandaloneCodeEditor | undefined,
  model: editor.ITextModel,
  reasons: readonly LineReason[],
  conflicts: readonly Conflict[],
): void {
  const { t } = useTranslation();
  const { view } = useWorkbench();
  useEffect(() => {
    if (code === undefined) return;
    const words = { yours: t('edit.conflict.yours'), newly: t('edit.conflict.newly') };
    const ids = model.deltaDecorations([], [...conflictDecorations(conflicts, words), ...whyDecorations(reasons, t)]);
    return () => {
      if (!model.isDisposed()) model.deltaDecorations(ids, []);
    };
  }, [code, model, reasons, conflicts, t]);

  useEffect(() => {
    const clicked = code?.onMouseDown(({ target }) => {
      // 2: the glyph margin, in Monaco's MouseTargetType.
      if (target.type !== 2 || target.position === null) return;
      code.setPosition(target.position);
      view.setState({ why: true });
    });
    return () => clicked?.dispose();
  }, [code, view]);
}
