import type { ErrorData } from '../../../../shared/errors.ts';
import type { FileContent } from '../../../../shared/model/project-file.ts';
import { ownValue } from '../../../../shared/text/own-value.ts';

/** A file that was read: what is known of it beside its text. */
export interface OpenFile {
  status: 'loading' | 'ready' | 'failed';
  error?: ErrorData | undefined;
  /** The file as it is on disk, as far as is known: what a save replaces. */
  disk?: FileContent | undefined;
  /** Set where the file changed on disk while changes of it were not saved. */
  newer?: FileContent | undefined;
  /** It was removed on disk while changes of it were not saved: a save makes it again. */
  gone?: boolean;
  dirty: boolean;
  saving: boolean;
}

export interface EditState {
  files: Readonly<Record<string, OpenFile>>;
  tabs: readonly string[];
  active: string | undefined;
  /** What went wrong last with a save, a revert and the like. */
  failure: ErrorData | undefined;
}

export const nothingOpen: EditState = { files: {}, tabs: [], active: undefined, failure: undefined };

const loading: OpenFile = { status: 'loading', dirty: false, saving: false };

/** What is known of a file; undefined for one that was never read. */
export function fileOf(state: EditState, path: string): OpenFile | undefined {
  return ownValue(state.files, path);
}

export function withFile(state: EditState, path: string, change: Partial<OpenFile>): EditState {
  const file = { ...(fileOf(state, path) ?? loading), ...change };
  return { ...state, files: { ...state.files, [path]: file } };
}

export function withoutFile(state: EditState, path: string): EditState {
  const { [path]: _gone, ...files } = state.files;
  return { ...withoutTab(state, path), files };
}

/** Shows a file's tab, a new one beside the one that is shown. */
export function withTab(state: EditState, path: string): EditState {
  if (state.tabs.includes(path)) return { ...state, active: path };
  const at = state.active === undefined ? state.tabs.length : state.tabs.indexOf(state.active) + 1;
  return { ...state, tabs: state.tabs.toSpliced(at, 0, path), active: path };
}

/** Closes a tab; the one after it is shown, else the one before it. */
export function withoutTab(state: EditState, path: string): EditState {
  const at = state.tabs.indexOf(path);
  if (at < 0) return state;
  const tabs = state.tabs.toSpliced(at, 1);
  const active = state.active === path ? (tabs[at] ?? tabs[at - 1]) : state.active;
  return { ...state, tabs, active };
}

export function dirtyPaths({ files }: EditState): string[] {
  return Object.entries(files)
    .filter(([, file]) => file.dirty)
    .map(([path]) => path);
}
