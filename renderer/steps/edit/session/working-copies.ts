import { createStore, type StoreApi } from 'zustand/vanilla';
import type { FileContent } from '../../../../shared/model/project-file.ts';
import type { Documents } from '../../../editor/documents.ts';
import { toErrorData } from '../../../engine/error-data.ts';
import { createDraftKeeper } from './draft-keeper.ts';
import type { Draft, DraftStore } from './draft-store.ts';
import { type EditState, fileOf, nothingOpen, type OpenFile, withFile, withoutFile } from './edit-state.ts';
import { resolveDraft } from './resolve-draft.ts';

/**
 * The files that were read: the text of each as it is shown, what is on disk and what is not saved of it. Every change
 * of the store is one `setState`.
 */
export interface WorkingCopies {
  store: StoreApi<EditState>;
  documents: Documents;
  /** The files of which something was left unsaved. No file is shown before they are known. */
  drafted: Promise<readonly string[]>;
  find(path: string): OpenFile | undefined;
  change(path: string, part: Partial<OpenFile>): void;
  /** Shows what was read for the first time, with the changes that were left unsaved. */
  show(content: FileContent): void;
  /** Shows what was left unsaved of a file that is no longer on disk. Gives whether there was anything. */
  showLeft(path: string): boolean;
  /** The text that is shown is what is on disk now. */
  settle(content: FileContent): void;
  /** Shows what is on disk in place of the text; can be undone. */
  replace(content: FileContent): void;
  /** Forgets a file with its text and its draft. */
  drop(path: string): void;
  /** The draft of a file is to be written, or removed, in a moment. */
  noteDraft(path: string): void;
  /** Writes what is not saved to the drafts now. */
  keepDrafts(): Promise<void>;
  /** Does what may fail; a failure is shown. Gives whether it was done. */
  attempt(act: () => Promise<void>): Promise<boolean>;
  /** Follows what a person types, from now on. Returns how to stop. */
  follow(): () => void;
}

export function createWorkingCopies(documents: Documents, drafts: DraftStore, directory: string): WorkingCopies {
  const store = createStore<EditState>(() => nothingOpen);
  const keeper = createDraftKeeper(drafts, directory, draftOf);
  const left = new Map<string, Draft>();
  const drafted = drafts.all(directory).then(
    (found) => {
      for (const draft of found) left.set(draft.path, draft);
      return found.map(({ path }) => path);
    },
    () => [],
  );
  const find = (path: string) => fileOf(store.getState(), path);
  const change = (path: string, part: Partial<OpenFile>) => store.setState((state) => withFile(state, path, part));

  function draftOf(path: string): Draft | undefined {
    const disk = find(path)?.disk;
    const text = documents.text(path);
    if (disk === undefined || text === undefined || !documents.isDirty(path)) return undefined;
    return { path, text, version: disk.version };
  }

  function settle(content: FileContent) {
    const { path } = content;
    documents.markSaved(path);
    change(path, { disk: content, newer: undefined, gone: false, dirty: documents.isDirty(path), saving: false });
    keeper.note(path);
  }

  return {
    ...{ store, documents, drafted, find, change, settle },
    show(content) {
      const { path } = content;
      const resolved = resolveDraft(content, left.get(path));
      left.delete(path);
      documents.open(path, content.text, resolved.kind === 'saved' ? content.text : resolved.text);
      const both = resolved.kind === 'both-changed';
      const disk = both ? { ...content, version: resolved.version } : content;
      const newer = both ? content : undefined;
      change(path, { status: 'ready', error: undefined, disk, newer, dirty: documents.isDirty(path) });
      keeper.note(path);
    },
    showLeft(path) {
      const draft = left.get(path);
      if (draft === undefined) return false;
      left.delete(path);
      documents.open(path, '', draft.text);
      const disk = { path, text: '', version: draft.version };
      change(path, { status: 'ready', error: undefined, disk, gone: true, dirty: documents.isDirty(path) });
      return true;
    },
    drop(path) {
      store.setState((state) => withoutFile(state, path));
      documents.close(path);
      keeper.note(path);
    },
    replace(content) {
      documents.replace(content.path, content.text);
      settle(content);
    },
    noteDraft: keeper.note,
    keepDrafts: keeper.flush,
    async attempt(act) {
      try {
        await act();
        return true;
      } catch (error) {
        store.setState({ failure: toErrorData(error) });
        return false;
      }
    },
    follow: () =>
      documents.onChange((path) => {
        const file = find(path);
        if (file === undefined) return;
        const dirty = documents.isDirty(path);
        if (dirty !== file.dirty) change(path, { dirty });
        keeper.note(path);
      }),
  };
}
