import type { Draft, DraftStore } from './draft-store.ts';

const QUIET_MS = 400;

/** Keeps the drafts of unsaved texts while one types: a moment after each change, and at once when it is flushed. */
export function createDraftKeeper(
  drafts: DraftStore,
  directory: string,
  draftOf: (path: string) => Draft | undefined,
): { note(path: string): void; flush(): Promise<void> } {
  const noted = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function flush() {
    clearTimeout(timer);
    timer = undefined;
    const paths = [...noted];
    noted.clear();
    // A browser that keeps no data (a private window) still edits and saves.
    await Promise.allSettled(
      paths.map((path) => {
        const draft = draftOf(path);
        return draft === undefined ? drafts.remove(directory, path) : drafts.put(directory, draft);
      }),
    );
  }

  return {
    note(path) {
      noted.add(path);
      timer ??= setTimeout(() => void flush(), QUIET_MS);
    },
    flush,
  };
}
