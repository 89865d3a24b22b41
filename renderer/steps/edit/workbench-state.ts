import { z } from 'zod';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { parseJson } from '../../../shared/text/parse-json.ts';

/** A place to go to once the file is shown. */
export interface Target {
  path: string;
  line: number;
  column: number;
  length: number;
  /** Tell there what is wrong. */
  explain?: boolean;
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
  /** How wide the files stand, in pixels. */
  sideWidth: number;
  /** Where the cursor is. */
  line: number;
  target: Target | undefined;
  dialog: Dialog | undefined;
}

const KEPT = 'slipway.edit.view';

/** The workbench as it was left last, on its way to a line that was asked for. */
export function createWorkbenchState(
  storage: Pick<Storage, 'getItem' | 'setItem'>,
  asked?: { path: string; line?: number },
): StoreApi<WorkbenchState> {
  const kept = readKept(storage.getItem(KEPT));
  const store = createStore<WorkbenchState>(() => ({
    side: 'files',
    compare: 'off',
    line: 1,
    target: asked?.line === undefined ? undefined : { path: asked.path, line: asked.line, column: 1, length: 0 },
    dialog: undefined,
    ...kept,
  }));
  let written = '';
  store.subscribe(({ inline, why, problems, autosave, sideWidth }) => {
    const text = JSON.stringify({ inline, why, problems, autosave, sideWidth });
    // Most changes are of the cursor: nothing to be kept.
    if (text !== written) storage.setItem(KEPT, text);
    written = text;
  });
  return store;
}

/** In pixels: as wide as the longest of the usual names, and never so wide that no text is left. */
export const sideWidths = { least: 170, usual: 240, most: 640 } as const;

/** Each by itself: an older release kept some of it otherwise, or not at all. */
const keptSchema = z.object({
  inline: z.boolean().catch(false),
  why: z.boolean().catch(true),
  problems: z.boolean().catch(false),
  autosave: z.boolean().catch(false),
  sideWidth: z.number().min(sideWidths.least).max(sideWidths.most).catch(sideWidths.usual),
});

function readKept(text: string | null): z.infer<typeof keptSchema> {
  return parseJson(text ?? '{}', keptSchema).data ?? keptSchema.parse({});
}
