import { create } from 'zustand';
import type { EngineClient } from '../../shared/contract/client.ts';

/** `save`: where a file is to be written. */
export type PathKind = 'folder' | 'file' | 'save';

interface PathRequest {
  kind: 'folder' | 'file';
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
  if (kind === 'save') return placeFor(client, { title, path });
  return new Promise((resolve) => usePathRequest.setState({ request: { kind, title, path, resolve } }));
}

/** The page's own dialog chooses folders: the file keeps its name, and is put into the one that was chosen. */
async function placeFor(client: EngineClient, { title, path = '' }: Wish): Promise<string | undefined> {
  const [, parent = '', separator = '/', name = ''] = /^(.*?)([\\/]?)([^\\/]*)$/.exec(path) ?? [];
  const folder = await choosePath(client, 'folder', { title, path: parent === '' ? undefined : parent });
  return folder === undefined ? undefined : `${folder.replace(/[\\/]$/, '')}${separator || '/'}${name}`;
}
