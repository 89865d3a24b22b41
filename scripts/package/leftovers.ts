import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Removes what an unpacked Electron that stands in for a release has beyond it: an app of its own, which electron-builder
 * would pack beside ours, and files that its owner keeps notes in, by their leading dot.
 */
export async function removeLeftovers(electron: string): Promise<void> {
  const hidden = (await readdir(electron)).filter((name) => name.startsWith('.'));
  const own = ['app', 'app.asar'].map((name) => join('resources', name));
  for (const name of [...hidden, ...own]) await rm(join(electron, name), { recursive: true, force: true });
}
