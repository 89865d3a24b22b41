import { createStore, type StoreApi } from 'zustand/vanilla';
import type { EngineClient } from '../../../../shared/contract/client.ts';
import type { FileContent } from '../../../../shared/model/project-file.ts';
import type { Documents } from '../../../editor/documents.ts';
import { toErrorData } from '../../../engine/error-data.ts';
import { createDraftKeeper } from './draft-keeper.ts';
import type { Draft, DraftStore } from './draft-store.ts';
import { dirtyPaths, type EditState, nothingOpen, withFile, withoutFile, withoutTab, withTab } from './edit-state.ts';
import { resolveDraft } from './resolve-draft.ts';

interface SessionOptions {
  files: EngineClient['files'];
  directory: string;
  documents: Documents;
  drafts: DraftStore;
  /** After a file was written, made or removed. */
  onWritten: (path: string) => void;
}

/** What is edited in a project, from opening a file to its saved text. Every change of the store is one `setState`. */
export interface EditSession {
  store: StoreApi<EditState>;
  documents: Documents;
  /** Finds again what was not saved, and opens these tabs. */
  restore(tabs: readonly string[], active: string | undefined): Promise<void>;
  open(path: string): Promise<void>;
  /** Reads a file without showing it. */
  load(path: string): Promise<void>;
  activate(path: string): void;
  /** Closes a tab; what was not saved is dropped. */
  close(path: string): void;
  save(path: string): Promise<void>;
  saveAll(): Promise<void>;
  /** After the file changed on disk: go on with the own text, which the next save then puts over the other. */
  keepMine(path: string): void;
  /** After the file changed on disk: take what is there and drop the own text. */
  takeNewer(path: string): void;
  revert(path: string): Promise<void>;
  create(path: string, text?: string): Promise<boolean>;
  remove(path: string): Promise<void>;
  /** Looks at the disk again; `paths` are the files that there are. */
  refresh(paths: readonly string[]): Promise<void>;
  dismissFailure(): void;
  /** Writes what is not saved to the drafts now, not in a moment. */
  keepDrafts(): Promise<void>;
  /** Leaves the project; what is not saved stays as a draft. */
  leave(): Promise<void>;
}

export function createEditSession({ files, directory, documents, drafts, onWritten }: SessionOptions): EditSession {
  const store = createStore<EditState>(() => nothingOpen);
  const keeper = createDraftKeeper(drafts, directory, draftOf);
  const left = new Map<string, Draft>();
  // No file is shown before it is known what was left unsaved of it.
  const draftsRead = drafts.all(directory).then(
    (found) => {
      for (const draft of found) left.set(draft.path, draft);
      return found.map(({ path }) => path);
    },
    () => [],
  );
  const change = (path: string, part: Parameters<typeof withFile>[2]) =>
    store.setState((state) => withFile(state, path, part));
  const fileAt = (path: string) => store.getState().files[path];

  function draftOf(path: string): Draft | undefined {
    const file = fileAt(path);
    const text = documents.text(path);
    if (file?.disk === undefined || text === undefined || !documents.isDirty(path)) return undefined;
    return { path, text, version: file.disk.version };
  }

  function follow(path: string) {
    const file = fileAt(path);
    if (file === undefined) return;
    const dirty = documents.isDirty(path);
    if (dirty !== file.dirty) change(path, { dirty });
    keeper.note(path);
  }
  let stopListening = documents.onChange(follow);

  /** Shows what was read, with the changes that were left unsaved. */
  function show(content: FileContent) {
    const { path } = content;
    const resolved = resolveDraft(content, left.get(path));
    left.delete(path);
    documents.open(path, content.text, resolved.kind === 'saved' ? content.text : resolved.text);
    const both = resolved.kind === 'both-changed';
    const disk = both ? { ...content, version: resolved.version } : content;
    change(path, {
      status: 'ready',
      error: undefined,
      disk,
      newer: both ? content : undefined,
      dirty: documents.isDirty(path),
    });
    keeper.note(path);
  }

  /** The text that is shown is what is on disk now. */
  function settle(content: FileContent) {
    documents.markSaved(content.path);
    change(content.path, { disk: content, newer: undefined, dirty: documents.isDirty(content.path), saving: false });
    keeper.note(content.path);
  }

  async function attempt(act: () => Promise<void>): Promise<boolean> {
    try {
      await act();
      return true;
    } catch (error) {
      store.setState({ failure: toErrorData(error) });
      return false;
    }
  }

  async function load(path: string) {
    if (fileAt(path)?.status === 'ready' || fileAt(path)?.status === 'loading') return;
    change(path, { status: 'loading' });
    try {
      await draftsRead;
      show(await files.read({ directory, path }));
    } catch (error) {
      change(path, { status: 'failed', error: toErrorData(error) });
    }
  }

  async function save(path: string) {
    const file = fileAt(path);
    const text = documents.text(path);
    if (file?.disk === undefined || text === undefined || file.saving || file.newer !== undefined || !file.dirty)
      return;
    change(path, { saving: true });
    try {
      const content = await files.write({ directory, path, text, version: file.disk.version });
      // Typed on while it was written: that is not saved yet.
      if (documents.text(path) === text) settle(content);
      else change(path, { disk: content, saving: false });
      onWritten(path);
    } catch (error) {
      change(path, { saving: false });
      const failure = toErrorData(error);
      if (failure.code === 'file.changed') await reread(path);
      else store.setState({ failure });
    }
  }

  /** Brings a file in step with the disk, unless a person has to choose. */
  async function reread(path: string) {
    const file = fileAt(path);
    if (file?.disk === undefined) return;
    const content = await files.read({ directory, path });
    const now = fileAt(path);
    // Saved or chosen meanwhile: what was read may be the text from before that.
    if (now === undefined || now.saving || now.disk !== file.disk) return;
    if (content.version === (file.newer ?? file.disk).version) {
      // The text is the same, but it may have been generated anew.
      if (file.newer === undefined) change(path, { disk: content });
    } else if (!documents.isDirty(path) || content.text === documents.text(path)) {
      documents.replace(path, content.text);
      settle(content);
    } else change(path, { newer: content });
  }

  return {
    store,
    documents,
    load,
    async restore(tabs, active) {
      stopListening();
      stopListening = documents.onChange(follow);
      const wanted = [...new Set([...tabs, ...(await draftsRead)])];
      store.setState({ tabs: wanted, active: active ?? wanted[0] });
      await Promise.all(wanted.map(load));
    },
    async open(path) {
      store.setState((state) => withTab(state, path));
      await load(path);
    },
    activate: (path) => store.setState((state) => withTab(state, path)),
    close(path) {
      const file = fileAt(path);
      if (file?.dirty === true && file.disk !== undefined) {
        documents.replace(path, (file.newer ?? file.disk).text);
        settle(file.newer ?? file.disk);
      }
      if (file?.status === 'failed') store.setState((state) => withoutFile(state, path));
      else store.setState((state) => withoutTab(state, path));
    },
    save,
    async saveAll() {
      for (const path of dirtyPaths(store.getState())) await save(path);
    },
    keepMine(path) {
      const newer = fileAt(path)?.newer;
      if (newer !== undefined) change(path, { disk: newer, newer: undefined });
      keeper.note(path);
    },
    takeNewer(path) {
      const newer = fileAt(path)?.newer;
      if (newer === undefined) return;
      documents.replace(path, newer.text);
      settle(newer);
    },
    async revert(path) {
      await attempt(async () => {
        const content = await files.revert({ directory, path });
        documents.replace(path, content.text);
        settle(content);
        onWritten(path);
      });
    },
    create: (path, text = '') =>
      attempt(async () => {
        const content = await files.create({ directory, path, text });
        store.setState((state) => withTab(state, path));
        show(content);
        onWritten(path);
      }),
    async remove(path) {
      await attempt(async () => {
        await files.remove({ directory, path });
        documents.close(path);
        store.setState((state) => withoutFile(state, path));
        keeper.note(path);
        onWritten(path);
      });
    },
    async refresh(paths) {
      const there = new Set(paths);
      for (const [path, file] of Object.entries(store.getState().files)) {
        if (file.status !== 'ready' || file.saving) continue;
        if (there.has(path))
          await reread(path).catch((error: unknown) => store.setState({ failure: toErrorData(error) }));
        else if (!file.dirty) store.setState((state) => withoutFile(state, path));
      }
    },
    dismissFailure: () => store.setState({ failure: undefined }),
    keepDrafts: keeper.flush,
    async leave() {
      stopListening();
      await keeper.flush();
    },
  };
}

/** The same session where nothing can be written: texts open and close, and what was not saved stays a draft. */
export function lockedSession(session: EditSession): EditSession {
  const nothing = async () => undefined;
  return {
    ...session,
    ...{ save: nothing, saveAll: nothing, revert: nothing, remove: nothing },
    create: async () => false,
  };
}
