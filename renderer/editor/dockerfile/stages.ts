import i18next from 'i18next';
import type { editor, IRange } from 'monaco-editor/editor';
import { isStageName, type StageMention, stageAt } from '../../../shared/dockerfile/stages.ts';
import type { Monaco } from '../monaco-api.ts';

/** Build stages are renamed wherever they are named, and F12 leads to where one is declared. */
export function registerStages({ languages }: Monaco, language: string): void {
  languages.registerRenameProvider(language, {
    resolveRenameLocation(model, { lineNumber, column }) {
      const here = stageAt(model.getValue(), lineNumber, column).find((one) => covers(one, lineNumber, column));
      if (here === undefined) return { ...refused(i18next.t('dockerfile.rename.stageOnly')), ...nowhere };
      return { range: rangeOf(here), text: model.getValueInRange(rangeOf(here)) };
    },
    provideRenameEdits(model, { lineNumber, column }, name) {
      if (!isStageName(name)) return { edits: [], ...refused(i18next.t('dockerfile.rename.invalid')) };
      const edits = stageAt(model.getValue(), lineNumber, column).map((one) => edit(model, one, name));
      return { edits };
    },
  });
  languages.registerDefinitionProvider(language, {
    provideDefinition: (model, { lineNumber, column }) =>
      stageAt(model.getValue(), lineNumber, column)
        .filter(({ declares }) => declares)
        .map((one) => ({ uri: model.uri, range: rangeOf(one) })),
  });
}

const nowhere = { range: { startLineNumber: 1, startColumn: 1, endLineNumber: 1, endColumn: 1 }, text: '' };

function refused(rejectReason: string) {
  return { rejectReason };
}

function covers({ line, start, end }: StageMention, at: number, column: number): boolean {
  return line === at && start <= column && column <= end;
}

function edit(model: editor.ITextModel, mention: StageMention, text: string) {
  return { resource: model.uri, versionId: model.getVersionId(), textEdit: { range: rangeOf(mention), text } };
}

function rangeOf({ line, start, end }: StageMention): IRange {
  return { startLineNumber: line, startColumn: start, endLineNumber: line, endColumn: end };
}
