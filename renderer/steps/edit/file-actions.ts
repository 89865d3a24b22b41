import type { Monaco } from '../../editor/monaco-api.ts';
import { projectUri } from '../../editor/project-uri.ts';

/** Opens the editor's own search in the text that one is in, else in the file that is shown. */
export function findInFile(monaco: Monaco, directory: string, path: string | undefined): void {
  act(monaco, directory, path, 'actions.find');
}

/** Puts the text that one is in in order, else the file that is shown. */
export function formatFile(monaco: Monaco, directory: string, path: string | undefined): void {
  act(monaco, directory, path, 'editor.action.formatDocument');
}

function act(monaco: Monaco, directory: string, path: string | undefined, action: string): void {
  const editors = monaco.editor.getEditors();
  const shown = path === undefined ? undefined : projectUri(monaco, directory, path).toString();
  const code =
    editors.find((editor) => editor.hasTextFocus()) ??
    editors.find((editor) => editor.getModel()?.uri.toString() === shown);
  code?.focus();
  code?.trigger('menu', action, null);
}
