import { chmod, lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { onDisk } from '../disk/on-disk.ts';

/**
 * Gives `secrets/` its modes: the folder is its owner's alone, which keeps everybody else out of all of it, and the secret
 * files in it can be read by whoever gets them mounted. A bind mount keeps owner and mode, and a service in a container
 * is rarely the owner of this folder.
 */
export async function setSecretModes(root: string): Promise<void> {
  const folder = join(root, 'secrets');
  if ((await lstat(folder).catch(() => undefined))?.isDirectory() !== true) return;
  await onDisk(folder, async () => {
    await chmod(folder, 0o700);
    for (const entry of await readdir(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) await openTree(path);
      else if (entry.isFile() && entry.name.endsWith('.env')) await chmod(path, 0o600);
    }
  });
}

/** Links are left alone: what they point at has its own turn. */
async function openTree(directory: string): Promise<void> {
  await chmod(directory, 0o755);
  for (const entry of await readdir(directory, { withFileTypes: true })) {
    const path = join(directory, entry.name);
    if (entry.isDirectory()) await openTree(path);
    else if (entry.isFile()) await chmod(path, 0o644);
  }
}
