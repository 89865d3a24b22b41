import { beforeEach, describe, expect, it } from 'vitest';
import { SlipwayError } from '../../../../shared/errors.ts';
import type { FileContent } from '../../../../shared/model/project-file.ts';
import type { Documents } from '../../../editor/documents.ts';
import type { Draft, DraftStore } from './draft-store.ts';
import { createEditSession, type EditSession } from './edit-session.ts';

const directory = '/p';

function memoryDocuments(): Documents & { type(path: string, text: string): void } {
  const texts = new Map<string, { saved: string; text: string }>();
  const listeners = new Set<(path: string) => void>();
  const set = (path: string, text: string) => {
    const document = texts.get(path);
    if (document === undefined) return;
    document.text = text;
    for (const listener of listeners) listener(path);
  };
  return {
    open: (path, saved, text) => void texts.set(path, { saved, text }),
    text: (path) => texts.get(path)?.text,
    replace: set,
    type: set,
    markSaved(path) {
      const document = texts.get(path);
      if (document !== undefined) document.saved = document.text;
    },
    isDirty: (path) => texts.get(path)?.text !== texts.get(path)?.saved,
    close: (path) => void texts.delete(path),
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** A disk whose versions are its texts. */
function memoryFiles(disk: Map<string, string>) {
  const content = (path: string): FileContent => {
    const text = disk.get(path);
    if (text === undefined) throw new SlipwayError('file.missing', 'gone');
    return { path, text, version: `v:${text}`, generated: 'generated' };
  };
  const put = (path: string, text: string) => {
    disk.set(path, text);
    return content(path);
  };
  return {
    list: async () => [],
    read: async ({ path }: { path: string }) => slowly?.() ?? content(path),
    write: async ({ path, text, version }: { path: string; text: string; version: string }) => {
      if (content(path).version !== version) throw new SlipwayError('file.changed', 'changed');
      return put(path, text);
    },
    revert: async ({ path }: { path: string }) => put(path, 'generated'),
    create: async ({ path, text }: { path: string; text: string }) => {
      if (disk.has(path)) throw new SlipwayError('file.changed', 'there already');
      return put(path, text);
    },
    remove: async ({ path }: { path: string }) => void disk.delete(path),
    search: async () => ({ matches: [], truncated: false }),
  };
}

function memoryDrafts(): DraftStore & { kept: Map<string, Draft> } {
  const kept = new Map<string, Draft>();
  return {
    kept,
    all: async () => [...kept.values()],
    put: async (_directory, draft) => void kept.set(draft.path, draft),
    remove: async (_directory, path) => void kept.delete(path),
  };
}

/** Instead of the next answers of the disk. */
let slowly: (() => Promise<FileContent>) | undefined;
let disk: Map<string, string>;
let documents: ReturnType<typeof memoryDocuments>;
let drafts: ReturnType<typeof memoryDrafts>;
let written: string[];
let session: EditSession;

function begin() {
  documents = memoryDocuments();
  written = [];
  // The client's own type adds options of the transport to each procedure.
  const files = memoryFiles(disk) as never;
  session = createEditSession({ files, directory, documents, drafts, onWritten: (path) => written.push(path) });
}

const state = () => session.store.getState();

beforeEach(() => {
  disk = new Map([
    ['a', 'one'],
    ['b', 'two'],
  ]);
  slowly = undefined;
  drafts = memoryDrafts();
  begin();
});

describe('an edit session', () => {
  it('opens files in tabs and says which are changed', async () => {
    await session.open('a');
    documents.type('a', 'mine');
    expect(state()).toMatchObject({ tabs: ['a'], active: 'a', files: { a: { status: 'ready', dirty: true } } });
    documents.type('a', 'one');
    expect(state().files.a?.dirty).toBe(false);
  });

  it('saves over the version that it read', async () => {
    await session.open('a');
    documents.type('a', 'mine');
    await session.save('a');
    expect(disk.get('a')).toBe('mine');
    expect(state().files.a).toMatchObject({ dirty: false, disk: { version: 'v:mine' } });
    expect(written).toEqual(['a']);
    documents.type('a', 'again');
    await session.saveAll();
    expect(disk.get('a')).toBe('again');
  });

  it('keeps what was not saved for the next start', async () => {
    await session.open('a');
    documents.type('a', 'mine');
    await session.leave();
    begin();
    await session.restore(['b'], 'b');
    expect(documents.text('a')).toBe('mine');
    expect(state()).toMatchObject({ tabs: ['b', 'a'], active: 'b', files: { a: { dirty: true } } });
    await session.save('a');
    await session.leave();
    expect(drafts.kept.size).toBe(0);
  });

  it('lets the person choose where the file changed since the draft', async () => {
    await session.open('a');
    documents.type('a', 'mine');
    await session.leave();
    disk.set('a', 'theirs');
    begin();
    await session.restore([], undefined);
    expect(state().files.a).toMatchObject({ dirty: true, newer: { text: 'theirs' } });
    await session.save('a');
    expect(disk.get('a')).toBe('theirs');
    session.keepMine('a');
    await session.save('a');
    expect(disk.get('a')).toBe('mine');
  });

  it('loses no draft to a file that is read before everything is restored', async () => {
    drafts.kept.set('a', { path: 'a', version: 'v:one', text: 'mine' });
    begin();
    await Promise.all([session.load('a'), session.restore([], undefined)]);
    await session.leave();
    expect(documents.text('a')).toBe('mine');
    expect(drafts.kept.get('a')?.text).toBe('mine');
  });

  it('keeps the choice open over another restart', async () => {
    drafts.kept.set('a', { path: 'a', version: 'v:older', text: 'mine' });
    for (let start = 0; start < 2; start += 1) {
      begin();
      await session.restore([], undefined);
      expect(state().files.a).toMatchObject({ newer: { text: 'one' } });
      await session.leave();
    }
  });

  it('lets the person choose where the file changed before a save', async () => {
    await session.open('a');
    documents.type('a', 'mine');
    disk.set('a', 'theirs');
    await session.save('a');
    expect(state().files.a).toMatchObject({ dirty: true, saving: false, newer: { text: 'theirs' } });
    session.takeNewer('a');
    expect(documents.text('a')).toBe('theirs');
    expect(state().files.a).toMatchObject({ dirty: false, newer: undefined });
  });

  it('keeps the text of a file that was removed on disk, and makes it again when told to', async () => {
    await session.open('a');
    documents.type('a', 'mine');
    disk.delete('a');
    await session.save('a');
    expect(state()).toMatchObject({ failure: undefined, files: { a: { gone: true, dirty: true, saving: false } } });
    await session.saveAll();
    expect(disk.has('a')).toBe(false);
    await session.save('a');
    expect(disk.get('a')).toBe('mine');
    expect(state().files.a).toMatchObject({ gone: false, dirty: false });
  });

  it('finds the text again of a file that was removed while the app was closed', async () => {
    await session.open('a');
    documents.type('a', 'mine');
    await session.leave();
    disk.delete('a');
    begin();
    await session.restore([], undefined);
    expect(documents.text('a')).toBe('mine');
    expect(state()).toMatchObject({ tabs: ['a'], files: { a: { status: 'ready', gone: true, dirty: true } } });
    await session.keepDrafts();
    expect(drafts.kept.get('a')?.text).toBe('mine');
    session.close('a');
    await session.keepDrafts();
    expect([state().tabs, drafts.kept.size, documents.text('a')]).toEqual([[], 0, undefined]);
  });

  it('asks what counts where a removed file is there again with another text', async () => {
    await session.open('a');
    documents.type('a', 'mine');
    disk.delete('a');
    await session.refresh();
    expect(state().files.a?.gone).toBe(true);
    disk.set('a', 'theirs');
    await session.save('a');
    expect(disk.get('a')).toBe('theirs');
    expect(state().files.a).toMatchObject({ gone: false, newer: { text: 'theirs' } });
  });

  it('follows the disk where nothing is unsaved', async () => {
    await session.open('a');
    await session.open('b');
    documents.type('b', 'mine');
    disk.set('a', 'new').set('b', 'new');
    await session.refresh();
    expect(documents.text('a')).toBe('new');
    expect(state().files.a?.dirty).toBe(false);
    expect(documents.text('b')).toBe('mine');
    expect(state().files.b?.newer?.text).toBe('new');
  });

  it('does not go back to what was on disk before a save', async () => {
    await session.open('a');
    const before = { path: 'a', text: 'older', version: 'v:older' };
    let answer: (content: typeof before) => void = () => undefined;
    slowly = () => new Promise((resolve) => (answer = resolve));
    const refreshed = session.refresh();
    documents.type('a', 'mine');
    await session.save('a');
    answer(before);
    await refreshed;
    expect(documents.text('a')).toBe('mine');
    expect(state().files.a).toMatchObject({ dirty: false, newer: undefined, disk: { version: 'v:mine' } });
  });

  it('closes what is gone, unless it is unsaved', async () => {
    await session.open('a');
    await session.open('b');
    documents.type('b', 'mine');
    disk.clear();
    await session.refresh();
    expect(state()).toMatchObject({ tabs: ['b'], files: { b: { gone: true, dirty: true } } });
    expect([documents.text('a'), documents.text('b')]).toEqual([undefined, 'mine']);
  });

  it('drops what was not saved when its tab is closed', async () => {
    await session.open('a');
    documents.type('a', 'mine');
    session.close('a');
    await session.leave();
    expect(state().tabs).toEqual([]);
    expect(documents.text('a')).toBe('one');
    expect(drafts.kept.size).toBe(0);
  });

  it('goes back to what was generated', async () => {
    await session.open('a');
    documents.type('a', 'mine');
    await session.revert('a');
    expect(disk.get('a')).toBe('generated');
    expect(documents.text('a')).toBe('generated');
    expect(state().files.a?.dirty).toBe(false);
  });

  it('makes and removes files', async () => {
    expect(await session.create('c', 'x')).toBe(true);
    expect(state()).toMatchObject({ active: 'c', files: { c: { status: 'ready', dirty: false } } });
    await session.remove('c');
    expect(disk.has('c')).toBe(false);
    expect(state().tabs).toEqual([]);
  });

  it('says what went wrong and can try again', async () => {
    await session.open('z');
    expect(state().files.z).toMatchObject({ status: 'failed', error: { code: 'file.missing' } });
    disk.set('z', 'there');
    await session.open('z');
    expect(state().files.z?.status).toBe('ready');
  });

  it('does not call saved what was typed while it was written', async () => {
    await session.open('a');
    documents.type('a', 'mine');
    const saving = session.save('a');
    documents.type('a', 'mine and more');
    await saving;
    expect(state().files.a).toMatchObject({ dirty: true, saving: false });
    await session.save('a');
    expect(disk.get('a')).toBe('mine and more');
  });
});
