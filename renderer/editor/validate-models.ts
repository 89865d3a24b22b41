import type { editor } from 'monaco-editor/editor';
import type { Monaco } from './monaco-api.ts';

const QUIET_MS = 300;

/**
 * Keeps the problems of every file of a language (`*`: of all) up to date: when it is opened, and when typing pauses. An
 * answer for a text that has changed since is dropped. Only files of the project count, not what they are compared with.
 */
export function validateModels(
  monaco: Monaco,
  language: string,
  owner: string,
  problemsOf: (model: editor.ITextModel) => Promise<editor.IMarkerData[]>,
): { all: () => void } {
  const isOurs = (model: editor.ITextModel) =>
    model.uri.scheme === 'file' && (language === '*' || model.getLanguageId() === language);
  const timers = new WeakMap<editor.ITextModel, ReturnType<typeof setTimeout>>();

  async function validate(model: editor.ITextModel) {
    if (model.isDisposed()) return;
    const version = model.getVersionId();
    const markers = await problemsOf(model);
    if (!model.isDisposed() && model.getVersionId() === version) monaco.editor.setModelMarkers(model, owner, markers);
  }

  function watch(model: editor.ITextModel) {
    if (!isOurs(model)) return;
    void validate(model);
    model.onDidChangeContent(() => {
      clearTimeout(timers.get(model));
      timers.set(
        model,
        setTimeout(() => void validate(model), QUIET_MS),
      );
    });
  }

  monaco.editor.onDidCreateModel(watch);
  monaco.editor.getModels().forEach(watch);
  return {
    all: () => {
      for (const model of monaco.editor.getModels().filter(isOurs)) void validate(model);
    },
  };
}
