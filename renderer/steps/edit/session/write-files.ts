import type { EngineClient } from '../../../../shared/contract/client.ts';
import { toErrorData } from '../../../engine/error-data.ts';
import { dirtyPaths, withTab } from './edit-state.ts';
import type { FileReader } from './read-files.ts';
import type { WorkingCopies } from './working-copies.ts';

/** How the working copies come to the disk. */
export interface FileWriter {
  /** Makes a file again that was removed on disk. */
  save(path: string): Promise<void>;
  /** What nobody has to choose about; a file that was removed on disk is not made again by itself. */
  saveAll(): Promise<void>;
  revert(path: string): Promise<void>;
  /** Gives whether the file was made. */
  create(path: string, text?: string): Promise<boolean>;
  remove(path: string): Promise<void>;
}

interface WriterOptions {
  files: EngineClient['files'];
  directory: string;
  /** After a file was written, made or removed. */
  onWritten: (path: string) => void;
}

export function createFileWriter(
  copies: WorkingCopies,
  reader: Pick<FileReader, 'reread'>,
  { files, directory, onWritten }: WriterOptions,
): FileWriter {
  const { store, documents, find, change, attempt } = copies;

  async function save(path: string) {
    const file = find(path);
    const text = documents.text(path);
    if (file?.disk === undefined || text === undefined || file.saving || file.newer !== undefined || !file.dirty)
      return;
    change(path, { saving: true });
    try {
      const content = file.gone
        ? await files.create({ directory, path, text })
        : await files.write({ directory, path, text, version: file.disk.version });
      // Typed on while it was written: that is not saved yet.
      if (documents.text(path) === text) copies.settle(content);
      else change(path, { disk: content, gone: false, saving: false });
      onWritten(path);
    } catch (error) {
      change(path, { saving: false });
      const failure = toErrorData(error);
      if (failure.code === 'file.changed' || failure.code === 'file.missing') await attempt(() => reader.reread(path));
      else store.setState({ failure });
    }
  }

  return {
    save,
    async saveAll() {
      for (const path of dirtyPaths(store.getState())) if (find(path)?.gone !== true) await save(path);
    },
    async revert(path) {
      await attempt(async () => {
        copies.replace(await files.revert({ directory, path }));
        onWritten(path);
      });
    },
    create: (path, text = '') =>
      attempt(async () => {
        const content = await files.create({ directory, path, text });
        store.setState((state) => withTab(state, path));
        copies.show(content);
        onWritten(path);
      }),
    async remove(path) {
      await attempt(async () => {
        await files.remove({ directory, path });
        copies.drop(path);
        onWritten(path);
      });
    },
  };
}
