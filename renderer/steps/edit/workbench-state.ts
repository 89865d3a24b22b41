import { createStore, type StoreApi } from 'zustand/vanilla';

/** A place to go to once the file is shown. */
export interface Target {
  path: string;
  line: number;
  column: number;
  length: number;
}

export type Dialog =
  | { kind: 'close'; path: string }
  | { kind: 'revert'; path: string }
  | { kind: 'delete'; path: string }
  | { kind: 'new-file' };

/** What is shown around the text. */
export interface WorkbenchState {
  side: 'files' | 'search';
  /** Compared with what was generated, or with what is on disk now. */
  compare: 'off' | 'generated' | 'disk';
  inline: boolean;
  why: boolean;
  problems: boolean;
  autosave: boolean;
  /** Where the cursor is. */
  line: number;
  target: Target | undefined;
  dialog: Dialog | undefined;
}

const KEPT = 'slipway.edit.view';

/** The workbench as it was left last. */
export function createWorkbenchState(storage: Pick<Storage, 'getItem' | 'setItem'>): StoreApi<WorkbenchState> {
  const kept = readKept(storage.getItem(KEPT));
  const store = createStore<WorkbenchState>(() => ({
    side: 'files',
    compare: 'off',
    line: 1,
    target: undefined,
    dialog: undefined,
    ...kept,
  }));
  let written = '';
  store.subscribe(({ inline, why, problems, autosave }) => {
    const text = JSON.stringify({ inline, why, problems, autosave });
    // Most changes are of the cursor: nothing to be kept.
    if (text !== written) storage.setItem(KEPT, text);
    written = text;
  });
  return store;
}

function readKept(text: string | null): Pick<WorkbenchState, 'inline' | 'why' | 'problems' | 'autosave'> {
  const kept = parse(text);
  return {
    inline: kept.inline === true,
    why: kept.why !== false,
    problems: kept.problems === true,
    autosave: kept.autosave === true,
  };
}

function parse(text: string | null): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text ?? '{}');
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}
