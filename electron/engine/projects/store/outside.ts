import { rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { removeLocks } from './git-locks.ts';
import { STORE } from './layout.ts';
import { isAlive, ownerSchema, thisProcess } from './owner.ts';
import { readJson } from './read-json.ts';
import { writeAtomically } from './write-atomically.ts';

const OUTSIDE_FILE = `${STORE}/outside.json`;
const draftsSchema = z.array(
  z.object({
    path: z.string(),
    owner: ownerSchema,
    /** When it was noted, in milliseconds of the epoch. */
    since: z.number().exactOptional(),
  }),
);
type Drafts = z.infer<typeof draftsSchema>;

/**
 * Notes what is about to be half done outside the store: the draft of a copy, which is made beside its goal, or the
 * project's own repository. Gives what forgets it.
 */
export async function noteOutside(root: string, path: string): Promise<() => Promise<void>> {
  await change(root, (drafts) => [...drafts, { path, owner: thisProcess(), since: Date.now() }]);
  return () => change(root, (drafts) => drafts.filter((draft) => draft.path !== path));
}

/** Removes the drafts of processes that were killed, and the locks that their Git has left. */
export async function sweepOutside(root: string): Promise<void> {
  const drafts = (await readJson(join(root, OUTSIDE_FILE), draftsSchema)) ?? [];
  const abandoned = drafts.filter(({ owner }) => !isAlive(owner));
  if (abandoned.length === 0) return;
  for (const { path, since } of abandoned) {
    if (isDraft(path)) await rm(path, { recursive: true, force: true });
    if (path === join(root, '.git') && since !== undefined) await removeLocks(path, since);
  }
  await change(root, (all) => all.filter(({ owner }) => isAlive(owner)));
}

/** The note came with a folder that anybody may have made: nothing is removed but what is named as our drafts are. */
function isDraft(path: string): boolean {
  return /^\.(?:.+\.)?slipway-[0-9A-Za-z-]+$/.test(basename(path));
}

async function change(root: string, changed: (drafts: Drafts) => Drafts): Promise<void> {
  const file = join(root, OUTSIDE_FILE);
  const drafts = changed((await readJson(file, draftsSchema)) ?? []);
  if (drafts.length === 0) await rm(file, { force: true });
  else await writeAtomically(file, `${JSON.stringify(drafts, null, 2)}\n`);
}
