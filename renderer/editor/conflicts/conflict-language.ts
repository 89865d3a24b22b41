import i18next from 'i18next';
import type { editor, IRange } from 'monaco-editor/editor';
import type { Monaco } from '../monaco-api.ts';
import { severities } from '../severities.ts';
import { validateModels } from '../validate-models.ts';
import { type Conflict, conflictOwner, type Keep, keeps } from './conflicts.ts';
import { conflictsIn } from './conflicts-in.ts';
import { resolveConflict } from './resolve-conflict.ts';

/** In every language: each conflict is a problem, and the choices stand above it and among its quick fixes. */
export function registerConflicts(monaco: Monaco): void {
  const command = 'slipway.resolve-conflict';
  monaco.editor.registerCommand(command, (_accessor, uri: string, conflict: Conflict, keep: Keep) => {
    const model = monaco.editor.getModel(monaco.Uri.parse(uri));
    if (model !== null) resolveConflict(model, conflict, keep);
  });
  const choices = (model: editor.ITextModel, conflict: Conflict) =>
    keeps.map((keep) => ({
      id: command,
      title: i18next.t(`edit.conflict.${keep}`),
      arguments: [model.uri.toString(), conflict, keep],
    }));

  monaco.languages.registerCodeLensProvider('*', {
    provideCodeLenses: (model) => ({
      lenses: conflictsIn(model).flatMap((conflict) =>
        choices(model, conflict).map((choice) => ({ range: lineRange(conflict.begin), command: choice })),
      ),
    }),
  });
  monaco.languages.registerCodeActionProvider('*', {
    provideCodeActions: (model, range) => ({
      actions: conflictsIn(model)
        .filter(({ begin, end }) => begin <= range.startLineNumber && range.startLineNumber <= end)
        .flatMap((conflict) => choices(model, conflict))
        .map((choice) => ({ title: choice.title, kind: 'quickfix', command: choice })),
      dispose: () => {},
    }),
  });
  const validation = validateModels(monaco, '*', conflictOwner, async (model) => conflictsIn(model).map(toMarker));
  i18next.on('languageChanged', validation.all);
}

function toMarker({ begin }: Conflict): editor.IMarkerData {
  return {
    ...lineRange(begin),
    severity: severities.error,
    message: i18next.t('edit.conflict.problem'),
    source: 'Slipway',
  };
}

function lineRange(line: number): IRange {
  return { startLineNumber: line, startColumn: 1, endLineNumber: line, endColumn: Number.MAX_SAFE_INTEGER };
}
