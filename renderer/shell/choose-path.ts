import { create } from 'zustand';
import type { EngineClient } from '../../shared/contract/client.ts';

export type PathKind = 'folder' | 'file';

interface PathRequest {
  kind: PathKind;
  title: string;
  path: string | undefined;
  resolve(path: string | undefined): void;
}

/** What the page's own dialog is asked for; see path-dialog.tsx. */
export const usePathRequest = create<{ request: PathRequest | undefined }>(() => ({ request: undefined }));

interface Wish {
  title: string;
  /** Where to begin. */
  path?: string | undefined;
}

/** Lets the person choose a folder or file: in the system's dialog where there is one, else in the page's own. */
export async function choosePath(
  client: EngineClient,
  kind: PathKind,
  { title, path }: Wish,
): Promise<string | undefined> {
  const { nativeDialogs } = await client.shell.info();
  if (nativeDialogs) {
    const chosen = await client.shell.openDialog({ kind, title, ...(path === undefined ? {} : { path }) });
    return chosen.path;
  }
  return new Promise((resolve) => usePathRequest.setState({ request: { kind, title, path, resolve } }));
}
