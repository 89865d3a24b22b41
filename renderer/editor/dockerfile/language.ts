import i18next from 'i18next';
import {
  fromFormattingOptions,
  fromPosition,
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
import type { DockerfileService } from './service.ts';
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
        toDocumentSymbol({ name, kind, range, selectionRange: range }),
      );
    },
  });
  languages.registerFoldingRangeProvider(LANGUAGE, {
    async provideFoldingRanges(model) {
      return (await (await serviceFor(model)).folding(model.uri.toString())).map(toFoldingRange);
    },
  });
  languages.registerDocumentFormattingEditProvider(LANGUAGE, {
    async provideDocumentFormattingEdits(model, options) {
      const service = await serviceFor(model);
      return (await service.format(model.uri.toString(), fromFormattingOptions(options))).map(toTextEdit);
    },
  });

  const validation = validateModels(monaco, LANGUAGE, LANGUAGE, async (model) => {
    const found = await (await serviceFor(model)).validate(model.uri.toString());
    return toMarkers(found, model, i18next.t);
  });
  i18next.on('languageChanged', validation.all);
}

function asCode(text: string) {
  return { value: `\`\`\`\n${text.replaceAll('```', '')}\n\`\`\`` };
}
