import type { editor } from 'monaco-editor/editor';
import type { Documents } from './documents.ts';
import { languageOf } from './language-of.ts';
import type { Monaco } from './monaco-api.ts';
import { projectPath, projectUri } from './project-uri.ts';

/** Longer texts are shown without the language's services, which would take too long over them. */
export const largeText = 1024 * 1024;

/** The version of each model that is saved; the models stay when the step is left, and so must this. */
const savedVersions = new WeakMap<editor.ITextModel, number>();

/** The texts of a project as Monaco's models. */
export function createMonacoDocuments(monaco: Monaco, directory: string): Documents {
  const modelAt = (path: string) => monaco.editor.getModel(projectUri(monaco, directory, path)) ?? undefined;
  const markSaved = (model: editor.ITextModel) => savedVersions.set(model, model.getAlternativeVersionId());

  return {
    open(path, saved, text) {
      const known = modelAt(path);
      const model = known ?? createModel(monaco, projectUri(monaco, directory, path), path, saved);
      if (known === undefined) markSaved(model);
      replaceText(model, text);
      // A model that was there with another saved text: nobody knows its version any more.
      if (text === saved) markSaved(model);
      else if (known !== undefined && savedVersions.get(known) === known.getAlternativeVersionId())
        savedVersions.delete(known);
    },
    text: (path) => modelAt(path)?.getValue(undefined, true),
    replace(path, text) {
      const model = modelAt(path);
      if (model !== undefined) replaceText(model, text);
    },
    markSaved(path) {
      const model = modelAt(path);
      if (model !== undefined) markSaved(model);
    },
    isDirty(path) {
      const model = modelAt(path);
      return model !== undefined && savedVersions.get(model) !== model.getAlternativeVersionId();
    },
    close: (path) => modelAt(path)?.dispose(),
    onChange(listener) {
      const stops = new Map<editor.ITextModel, () => void>();
      const watch = (model: editor.ITextModel) => {
        const path = projectPath(model.uri, directory);
        if (path === undefined) return;
        const subscription = model.onDidChangeContent(() => listener(path));
        stops.set(model, () => subscription.dispose());
      };
      monaco.editor.getModels().forEach(watch);
      const created = monaco.editor.onDidCreateModel(watch);
      return () => {
        created.dispose();
        for (const stop of stops.values()) stop();
      };
    },
  };
}

function createModel(monaco: Monaco, uri: ReturnType<typeof projectUri>, path: string, text: string) {
  const language = text.length > largeText ? 'plaintext' : languageOf(path, text.slice(0, 200));
  return monaco.editor.createModel(text, language, uri);
}

/** As one step that can be undone, with the line ends of the new text. */
function replaceText(model: editor.ITextModel, text: string): void {
  if (model.getValue(undefined, true) === text) return;
  model.pushStackElement();
  // A model keeps the mark of the byte order apart from its text.
  const bare = text.replace(/^\uFEFF/, '');
  model.pushEditOperations([], [{ range: model.getFullModelRange(), text: bare }], () => null);
  // Monaco's EndOfLineSequence: 0 is LF, 1 is CRLF.
  if (bare.includes('\n')) model.pushEOL(bare.includes('\r\n') ? 1 : 0);
  model.pushStackElement();
}
