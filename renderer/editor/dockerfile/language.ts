import i18next from 'i18next';
import type { editor, languages } from 'monaco-editor/editor';
import {
  fromPosition,
  fromRange,
  toCompletionItem,
  toDocumentHighlight,
  toDocumentSymbol,
  toFoldingRange,
  toHover,
  toTextEdit,
} from 'monaco-languageserver-types';
import { createSyncedWorker } from '../create-worker.ts';
import type { Monaco } from '../monaco-api.ts';
import { validateModels } from '../validate-models.ts';
import DockerfileWorker from './dockerfile.worker.ts?worker';
import type { Fix } from './fixes.ts';
import type { DockerfileService } from './service.ts';
import { registerStages } from './stages.ts';
import { toMarkers } from './to-markers.ts';

const LANGUAGE = 'dockerfile';

/** The Dockerfile language: completion, hover, outline, folding, formatting and problems, all worked out in a worker. */
export function registerDockerfile(monaco: Monaco): void {
  const worker = createSyncedWorker<DockerfileService>(monaco, { create: () => new DockerfileWorker() });
  const serviceFor = ({ uri }: { uri: InstanceType<Monaco['Uri']> }) => worker.withSyncedResources([uri]);
  const { languages } = monaco;

  languages.registerCompletionItemProvider(LANGUAGE, {
    triggerCharacters: ['-', '$', '='],
    async provideCompletionItems(model, position) {
      const service = await serviceFor(model);
      const items = await service.complete(model.uri.toString(), fromPosition(position));
      const word = model.getWordUntilPosition(position);
      const range = new monaco.Range(position.lineNumber, word.startColumn, position.lineNumber, word.endColumn);
      return { suggestions: items.map((item) => toCompletionItem(item, { range })) };
    },
  });
  languages.registerHoverProvider(LANGUAGE, {
    async provideHover(model, position) {
      const service = await serviceFor(model);
      const hover = await service.hover(model.uri.toString(), fromPosition(position));
      if (hover === null) return null;
      // A bare string is the value of a variable: text out of the file, not markup.
      return typeof hover.contents === 'string' ? { contents: [asCode(hover.contents)] } : toHover(hover);
    },
  });
  languages.registerDocumentHighlightProvider(LANGUAGE, {
    async provideDocumentHighlights(model, position) {
      const service = await serviceFor(model);
      return (await service.highlights(model.uri.toString(), fromPosition(position))).map(toDocumentHighlight);
    },
  });
  languages.registerDocumentSymbolProvider(LANGUAGE, {
    async provideDocumentSymbols(model) {
      const symbols = await (await serviceFor(model)).symbols(model.uri.toString());
      return symbols.map(({ name, kind, location: { range } }) =>
        toDocumentSymbol({ name: lineOf(model, range.start.line) || name, kind, range, selectionRange: range }),
      );
    },
  });
  languages.registerFoldingRangeProvider(LANGUAGE, {
    async provideFoldingRanges(model) {
      return (await (await serviceFor(model)).folding(model.uri.toString())).map(toFoldingRange);
    },
  });
  languages.registerDocumentFormattingEditProvider(LANGUAGE, {
    async provideDocumentFormattingEdits(model, { insertSpaces, tabSize }) {
      const service = await serviceFor(model);
      const text = await service.format(model.uri.toString(), insertSpaces ? ' '.repeat(tabSize) : '\t');
      return [{ range: model.getFullModelRange(), text }];
    },
  });
  languages.registerCodeActionProvider(LANGUAGE, {
    async provideCodeActions(model, range, { markers }) {
      const fixes = await (await serviceFor(model)).fixes(model.uri.toString(), fromRange(range));
      return { actions: fixes.map((fix) => toCodeAction(fix, model, markers)), dispose: () => {} };
    },
  });
  registerStages(monaco, LANGUAGE);

  const validation = validateModels(monaco, LANGUAGE, LANGUAGE, async (model) => {
    const found = await (await serviceFor(model)).validate(model.uri.toString());
    return toMarkers(found, model, i18next.t);
  });
  i18next.on('languageChanged', validation.all);
}

function toCodeAction(
  { name, edits }: Fix,
  model: editor.ITextModel,
  diagnostics: editor.IMarkerData[],
): languages.CodeAction {
  const versionId = model.getVersionId();
  return {
    title: i18next.t(`dockerfile.fix.${name}`),
    kind: 'quickfix',
    diagnostics,
    edit: { edits: edits.map((edit) => ({ resource: model.uri, versionId, textEdit: toTextEdit(edit) })) },
  };
}

/** The outline tells instructions apart by what they say. */
function lineOf(model: editor.ITextModel, line: number): string {
  return model.getLineContent(line + 1).trim();
}

function asCode(text: string) {
  return { value: `\`\`\`\n${text.replaceAll('```', '')}\n\`\`\`` };
}
