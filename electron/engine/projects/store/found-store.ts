import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { onDisk } from '../../disk/on-disk.ts';
import { STORE } from './layout.ts';
import { type ProjectSettings, writeSettings } from './settings.ts';

/** Makes a folder a project: what is in the store is its owner's alone, and Git sees none of it. */
export async function foundStore(root: string, settings: ProjectSettings): Promise<void> {
  const store = join(root, STORE);
  await onDisk(root, async () => {
    await mkdir(store, { recursive: true, mode: 0o700 });
    await writeFile(join(store, '.gitignore'), '*\n', { mode: 0o600 });
  });
  // The folder is a project from here on.
  await writeSettings(root, settings);
}
