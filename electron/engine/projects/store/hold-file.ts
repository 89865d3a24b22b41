import { randomUUID } from 'node:crypto';
import { constants, readFileSync, rmSync } from 'node:fs';
import { copyFile, link, rename, rm, writeFile } from 'node:fs/promises';
import { z } from 'zod';
import { parseJson } from '../../../../shared/text/parse-json.ts';
import { readIfThere } from '../../disk/if-there.ts';
import { isThisProcess, ownerSchema, thisProcess } from './owner.ts';

const holderSchema = ownerSchema.extend({ since: z.string() });
export type Holder = z.infer<typeof holderSchema>;

/** Files that name this process: they go with it. One that is killed leaves them, which whoever reads them sees. */
const ours = new Set<string>();

/** Whose name stands in a file; undefined for none, and for what nobody can read. */
export async function readHolder(file: string): Promise<Holder | undefined> {
  return parseJson((await readIfThere(file)) ?? '', holderSchema).data;
}

/** Writes this process's name into a file that is not there yet; false where somebody was quicker. */
export async function writeHolder(file: string): Promise<boolean> {
  // Linked rather than written in place: the file never exists without its holder in it.
  const own = `${file}.${randomUUID()}`;
  await writeFile(own, JSON.stringify({ ...thisProcess(), since: new Date().toISOString() }), { mode: 0o600 });
  try {
    await link(own, file).catch((error: NodeJS.ErrnoException) => {
      // Not every file system has links.
      if (error.code === 'EEXIST') throw error;
      return copyFile(own, file, constants.COPYFILE_EXCL);
    });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(own, { force: true });
  }
  if (ours.size === 0) process.once('exit', removeAll);
  ours.add(file);
  return true;
}

/** Removes a file whose holder counts for nothing, unless somebody else has just done so and written theirs. */
export async function removeStaleHolder(file: string, stale: Holder | undefined): Promise<void> {
  const aside = `${file}.${randomUUID()}`;
  const isMoved = await rename(file, aside).then(
    () => true,
    () => false,
  );
  if (!isMoved) return;
  const moved = await readHolder(aside);
  if (moved?.since !== stale?.since || moved?.pid !== stale?.pid) await link(aside, file).catch(() => undefined);
  await rm(aside, { force: true });
}

/** Removes a file that names this process; also where the process is about to end and nothing can be waited for. */
export function removeOwnHolder(file: string): void {
  ours.delete(file);
  try {
    const holder = parseJson(readFileSync(file, 'utf8'), holderSchema).data;
    if (holder !== undefined && isThisProcess(holder)) rmSync(file, { force: true });
  } catch {
    // A project that is gone, or can no longer be written, has nothing to let go of.
  }
}

function removeAll(): void {
  for (const file of ours) removeOwnHolder(file);
}
