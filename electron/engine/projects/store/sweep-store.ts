import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { STORE, WORK } from './layout.ts';
import { sweepOutside } from './outside.ts';
import { isAlive } from './owner.ts';
import { readSettings, writeSettings } from './settings.ts';
import { sweepAbandoned } from './transaction.ts';

/** `writeAtomically` writes beside the file, under its name with a dot before and an id after it. */
const draft = /^\..+\.[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Removes from this machine what a killed process left of what it had not finished; nothing of it is anybody's work. For
 * whoever has the project to themselves. What is on a Docker host takes longer, and is a job of its own.
 */
export async function sweepStore(root: string): Promise<void> {
  const { running: owner, ...settings } = await readSettings(root);
  if (owner !== undefined && isAlive(owner)) return;
  await sweepAbandoned(root);
  await sweepOutside(root);
  await rm(join(root, WORK), { recursive: true, force: true });
  await sweepDrafts(join(root, STORE));
  if (owner !== undefined) await writeSettings(root, settings);
}

async function sweepDrafts(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (ours.has(entry.name)) await sweepDrafts(path);
    } else if (draft.test(entry.name)) await rm(path, { force: true });
  }
}

/** Folders of the store that files are written into one by one; the others are large, and moved in as a whole. */
const ours = new Set(['runs', 'scans', 'survey']);
