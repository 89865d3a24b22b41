import type { EngineClient } from '../../../../shared/contract/client.ts';
import { toErrorData } from '../../../engine/error-data.ts';
import type { WorkingCopies } from './working-copies.ts';

/** How what is on disk comes to the working copies. */
export interface FileReader {
  /** Reads a file without showing it. */
  load(path: string): Promise<void>;
  /** Brings a file in step with the disk, unless a person has to choose. */
  reread(path: string): Promise<void>;
  /** Looks at the disk again. */
  refresh(): Promise<void>;
}

export function createFileReader(copies: WorkingCopies, files: EngineClient['files'], directory: string): FileReader {
  const { store, documents, find, change } = copies;

  async function reread(path: string) {
    const file = find(path);
    if (file?.disk === undefined) return;
    const content = await readIfThere(path);
    const now = find(path);
    // Saved or chosen meanwhile: what was read may be the text from before that.
    if (now === undefined || now.saving || now.disk !== file.disk) return;
    if (content === undefined) return lose(path);
    if (now.gone === true) change(path, { gone: false });
    if (content.version === (file.newer ?? file.disk).version) {
      // The text is the same, but it may have been generated anew.
      if (file.newer === undefined) change(path, { disk: content });
    } else if (!documents.isDirty(path) || content.text === documents.text(path)) copies.replace(content);
    else change(path, { newer: content });
  }

  /** It is no longer on disk. What is not saved of it stays: a person has to choose. */
  function lose(path: string) {
    if (documents.isDirty(path)) change(path, { gone: true, newer: undefined });
    else copies.drop(path);
  }

  async function readIfThere(path: string) {
    try {
      return await files.read({ directory, path });
    } catch (error) {
      if (toErrorData(error).code === 'file.missing') return undefined;
      throw error;
    }
  }

  return {
    reread,
    async load(path) {
      const status = find(path)?.status;
      if (status === 'ready' || status === 'loading') return;
      change(path, { status: 'loading' });
      try {
        await copies.drafted;
        copies.show(await files.read({ directory, path }));
      } catch (thrown) {
        const error = toErrorData(thrown);
        if (error.code === 'file.missing' && copies.showLeft(path)) return;
        change(path, { status: 'failed', error });
      }
    },
    async refresh() {
      for (const [path, file] of Object.entries(store.getState().files)) {
        if (file.status !== 'ready' || file.saving) continue;
        await copies.attempt(() => reread(path));
      }
    },
  };
}
