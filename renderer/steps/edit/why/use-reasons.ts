import type { editor } from 'monaco-editor/editor';
import { useCallback, useMemo } from 'react';
import type { Conflict } from '../../../editor/conflicts/conflicts.ts';
import { useModelValue } from '../use-model-value.ts';
import { useWorkbench } from '../workbench-context.tsx';
import type { LineReason } from './line-reason.ts';
import { hasReasons, reasonsOf } from './reasons-of.ts';

const none: readonly LineReason[] = [];

/** Why the lines of the shown file stand there; none for a file that no decision is written in. */
export function useReasons(
  path: string,
  model: editor.ITextModel,
  generated: string | undefined,
  conflicts: readonly Conflict[],
): readonly LineReason[] {
  const { plan } = useWorkbench();
  const read = useCallback(
    (shown: editor.ITextModel) =>
      plan === undefined || !hasReasons(path) ? none : reasonsOf(path, shown.getValue(), generated, plan),
    [path, generated, plan],
  );
  const reasons = useModelValue(model, read);
  // Between the markers of a conflict stand two versions: neither is why the line is there.
  return useMemo(
    () => reasons.filter(({ mark }) => !conflicts.some(({ begin, end }) => begin <= mark && mark <= end)),
    [reasons, conflicts],
  );
}
