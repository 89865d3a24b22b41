import { join } from 'node:path';
import { z } from 'zod';
import type { RecentProject } from '../../../../shared/model/project.ts';
import { parseJson } from '../../../../shared/text/parse-json.ts';
import { PLAN_FILE } from '../../bundle/layout.ts';
import { exists, readIfThere } from '../../disk/if-there.ts';
import { PROJECT_FILE } from './layout.ts';
import { inTurn } from './queue.ts';
import { writeAtomically } from './write-atomically.ts';

const maxRecent = 30;
const entrySchema = z.object({
  directory: z.string(),
  name: z.string(),
  server: z.string().exactOptional(),
  openedAt: z.string(),
  /** Not left again: it comes back at the next start. */
  open: z.boolean().exactOptional(),
});
type Entry = z.infer<typeof entrySchema>;

/** The projects that were opened last, newest first, in one small file of the person's settings. */
export interface RecentProjects {
  list(): Promise<RecentProject[]>;
  /** Puts a project at the top, as the one that is open. */
  note(entry: Omit<Entry, 'open'>): Promise<void>;
  leave(directory: string): Promise<void>;
  forget(directory: string): Promise<void>;
}

export function openRecentProjects(file: string): RecentProjects {
  const change = (changed: (entries: Entry[]) => Entry[]): Promise<void> =>
    inTurn(file, async () => {
      const entries = changed(await read(file)).slice(0, maxRecent);
      await writeAtomically(file, `${JSON.stringify(entries, null, 2)}\n`);
    });
  return {
    list: async () =>
      Promise.all((await read(file)).map(async (entry) => ({ ...entry, exists: await isStillThere(entry) }))),
    note: (entry) => change((entries) => [{ ...entry, open: true }, ...without(entries, entry.directory).map(closed)]),
    leave: (directory) => change((entries) => entries.map((one) => (one.directory === directory ? closed(one) : one))),
    forget: (directory) => change((entries) => without(entries, directory)),
  };
}

/** A list that cannot be read any more is no reason to keep a person from their projects. */
async function read(file: string): Promise<Entry[]> {
  return parseJson((await readIfThere(file)) ?? '', z.array(entrySchema)).data ?? [];
}

function closed({ open: _open, ...entry }: Entry): Entry {
  return entry;
}

function without(entries: Entry[], directory: string): Entry[] {
  return entries.filter((entry) => entry.directory !== directory);
}

async function isStillThere({ directory }: Entry): Promise<boolean> {
  return (await exists(join(directory, PROJECT_FILE))) || exists(join(directory, PLAN_FILE));
}
