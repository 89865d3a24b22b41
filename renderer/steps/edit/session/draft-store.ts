/** A text that was not saved when the step or the app was left. */
export interface Draft {
  path: string;
  /** Version of the file that the text is a change of. */
  version: string;
  text: string;
}

export interface DraftStore {
  all(directory: string): Promise<Draft[]>;
  put(directory: string, draft: Draft): Promise<void>;
  remove(directory: string, path: string): Promise<void>;
}

const STORE = 'drafts';

/** Drafts in the browser's own database: they survive a restart and a crash of the app. */
export function openDraftStore(name = 'slipway'): DraftStore {
  let opening: Promise<IDBDatabase> | undefined;
  const open = () => {
    opening ??= connect(name);
    return opening;
  };
  return {
    async all(directory) {
      const range = IDBKeyRange.bound([directory], [directory, []]);
      const found = await inStore(await open(), 'readonly', (store) => store.getAll(range));
      return (found as (Draft & { directory: string })[]).map(({ path, version, text }) => ({ path, version, text }));
    },
    async put(directory, draft) {
      await inStore(await open(), 'readwrite', (store) => store.put({ directory, ...draft }));
    },
    async remove(directory, path) {
      await inStore(await open(), 'readwrite', (store) => store.delete([directory, path]));
    },
  };
}

function connect(name: string): Promise<IDBDatabase> {
  const request = indexedDB.open(name, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: ['directory', 'path'] });
  return settled(request);
}

function inStore<Result>(
  database: IDBDatabase,
  mode: IDBTransactionMode,
  ask: (store: IDBObjectStore) => IDBRequest<Result>,
): Promise<Result> {
  return settled(ask(database.transaction(STORE, mode).objectStore(STORE)));
}

function settled<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('The browser keeps no drafts.'));
  });
}
