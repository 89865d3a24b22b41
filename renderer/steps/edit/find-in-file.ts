import type { Monaco } from '../../editor/monaco-api.ts';
import { projectUri } from '../../editor/project-uri.ts';

/** Opens the editor's own search in the text that one is in, else in the file that is shown. */
export function findInFile(monaco: Monaco, directory: string, path: string | undefined): void {
  const editors = monaco.editor.getEditors();
  const shown = path === undefined ? undefined : projectUri(monaco, directory, path).toString();
  const code =
    editors.find((editor) => editor.hasTextFocus()) ??
    editors.find((editor) => editor.getModel()?.uri.toString() === shown);
  code?.focus();
  code?.trigger('menu', 'actions.find', null);
}
