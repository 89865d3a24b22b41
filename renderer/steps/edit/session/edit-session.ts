import type { StoreApi } from 'zustand/vanilla';
import type { EngineClient } from '../../../../shared/contract/client.ts';
import type { Documents } from '../../../editor/documents.ts';
import type { DraftStore } from './draft-store.ts';
import { type EditState, withoutFile, withoutTab, withTab } from './edit-state.ts';
import { createFileReader, type FileReader } from './read-files.ts';
import { createWorkingCopies } from './working-copies.ts';
import { createFileWriter, type FileWriter } from './write-files.ts';

interface SessionOptions {
  files: EngineClient['files'];
  directory: string;
  documents: Documents;
  drafts: DraftStore;
  /** After a file was written, made or removed. */
  onWritten: (path: string) => void;
}

/** What is edited in a project, from opening a file to its saved text. */
export interface EditSession extends Pick<FileReader, 'load' | 'refresh'>, FileWriter {
  store: StoreApi<EditState>;
  documents: Documents;
  /** Finds again what was not saved, and opens these tabs. */
  restore(tabs: readonly string[], active: string | undefined): Promise<void>;
  open(path: string): Promise<void>;
  activate(path: string): void;
  /** Closes a tab; what was not saved is dropped. */
  close(path: string): void;
  /** After the file changed on disk: go on with the own text, which the next save then puts over the other. */
  keepMine(path: string): void;
  /** After the file changed on disk: take what is there and drop the own text. */
  takeNewer(path: string): void;
  dismissFailure(): void;
  /** Writes what is not saved to the drafts now, not in a moment. */
  keepDrafts(): Promise<void>;
  /** Leaves the project; what is not saved stays as a draft. */
  leave(): Promise<void>;
}

export function createEditSession({ files, directory, documents, drafts, onWritten }: SessionOptions): EditSession {
  const copies = createWorkingCopies(documents, drafts, directory);
  const { store, find } = copies;
  const reader = createFileReader(copies, files, directory);
  const { load, refresh } = reader;
  let stopFollowing = copies.follow();

  return {
    ...{ store, documents, load, refresh },
    ...createFileWriter(copies, reader, { files, directory, onWritten }),
    async restore(tabs, active) {
      stopFollowing();
      stopFollowing = copies.follow();
      const wanted = [...new Set([...tabs, ...(await copies.drafted)])];
      store.setState({ tabs: wanted, active: active ?? wanted[0] });
      await Promise.all(wanted.map(load));
    },
    async open(path) {
      store.setState((state) => withTab(state, path));
      await load(path);
    },
    activate: (path) => store.setState((state) => withTab(state, path)),
    close(path) {
      const file = find(path);
      if (file?.gone === true) return copies.drop(path);
      if (file?.dirty === true && file.disk !== undefined) copies.replace(file.newer ?? file.disk);
      store.setState((state) => (file?.status === 'failed' ? withoutFile(state, path) : withoutTab(state, path)));
    },
    keepMine(path) {
      const newer = find(path)?.newer;
      if (newer !== undefined) copies.change(path, { disk: newer, newer: undefined });
      copies.noteDraft(path);
    },
    takeNewer(path) {
      const newer = find(path)?.newer;
      if (newer !== undefined) copies.replace(newer);
    },
    dismissFailure: () => store.setState({ failure: undefined }),
    keepDrafts: copies.keepDrafts,
    async leave() {
      stopFollowing();
      await copies.keepDrafts();
    },
  };
}
