import EditorWorker from 'monaco-editor/editor/editor.worker?worker';
import JsonWorker from 'monaco-editor/languages/features/json/json.worker?worker';

/** Monaco's own workers, as files of the app: nothing is evaluated from strings or blobs. */
export function provideWorkers(): void {
  globalThis.MonacoEnvironment = {
    getWorker: (_moduleId: string, label: string) => (label === 'json' ? new JsonWorker() : new EditorWorker()),
  };
}
