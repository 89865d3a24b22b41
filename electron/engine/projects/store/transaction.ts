import { randomUUID } from 'node:crypto';
import { lstat, mkdir, readdir, rename, rm, rmdir, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { ifThere } from '../../disk/if-there.ts';
import { onDisk } from '../../disk/on-disk.ts';
import { isInside } from './inside.ts';
import { STORE } from './layout.ts';
import type { Entry } from './read-entry.ts';
import { readJson } from './read-json.ts';
import { writeAtomically, writeDurably } from './write-atomically.ts';

/**
 * A change of many files of a project that happens as a whole or not at all, also where the process is killed: what is to
 * be written lies in a folder of its own, and a journal, whose rename is the moment of the commit, says what goes where.
 * Whoever opens the project next finishes what the journal says.
 */
export interface Transaction {
  /** Moves a file or link that lies on the same file system into the project. */
  take(path: string, from: string): Promise<void>;
  /** Writes a file or link; `private`: for its owner alone. */
  put(path: string, entry: Entry, options?: { private?: boolean }): Promise<void>;
  remove(path: string): void;
  commit(): Promise<void>;
  /** Forgets everything; harmless after the commit. */
  discard(): Promise<void>;
}

const JOURNAL = `${STORE}/journal.json`;
const journalSchema = z.object({
  staging: z.string().regex(/^commit-[0-9a-f-]{36}$/),
  puts: z.array(z.object({ from: z.string().regex(/^\d+$/), to: z.string() })),
  removes: z.array(z.string()),
});
type Journal = z.infer<typeof journalSchema>;

export async function openTransaction(directory: string): Promise<Transaction> {
  const journal: Journal = { staging: `commit-${randomUUID()}`, puts: [], removes: [] };
  const staging = join(directory, STORE, journal.staging);
  await onDisk(directory, () => mkdir(staging, { mode: 0o700 }));
  const next = (to: string): string => {
    const from = String(journal.puts.length);
    journal.puts.push({ from, to });
    return join(staging, from);
  };
  return {
    async put(path, entry, { private: isPrivate = false } = {}) {
      const file = next(path);
      const mode = (entry.kind === 'file' && entry.executable ? 0o777 : 0o666) & (isPrivate ? 0o700 : ~process.umask());
      await onDisk(directory, () =>
        entry.kind === 'link' ? symlink(entry.target, file) : writeDurably(file, entry.bytes, mode),
      );
    },
    take: (path, from) => onDisk(directory, () => rename(from, next(path))),
    remove: (path) => {
      journal.removes.push(path);
    },
    async commit() {
      await writeAtomically(join(directory, JOURNAL), JSON.stringify(journal));
      await finish(directory, journal);
    },
    discard: () => rm(staging, { recursive: true, force: true }),
  };
}

/** Finishes what a killed process left half done, and removes what it had only begun. */
export async function recover(directory: string): Promise<void> {
  const journal = await readJson(join(directory, JOURNAL), journalSchema);
  if (journal !== undefined) await finish(directory, journal);
}

/** Removes the staging folders of transactions, and of first commits of Git, that never came to their end. */
export async function sweepAbandoned(directory: string): Promise<void> {
  for (const name of await readdir(join(directory, STORE)).catch(() => [])) {
    if (/^(?:commit|git)-[0-9a-f-]{36}$/.test(name))
      await rm(join(directory, STORE, name), { recursive: true, force: true });
  }
}

/** Every step may have happened before: what is in its place already is left there. */
async function finish(directory: string, journal: Journal): Promise<void> {
  const staging = join(directory, STORE, journal.staging);
  const puts = journal.puts.filter(({ to }) => isInside(to));
  const removes = journal.removes.filter((path) => isInside(path));
  await onDisk(directory, async () => {
    for (const path of removes) await removeFile(directory, path);
    for (const { from, to } of puts) await put(directory, join(staging, from), to);
    await rm(join(directory, JOURNAL), { force: true });
    await rm(staging, { recursive: true, force: true });
  });
}

async function put(directory: string, from: string, to: string): Promise<void> {
  if ((await typeOf(from)) === undefined) return;
  await makeWay(directory, to);
  await mkdir(dirname(join(directory, to)), { recursive: true });
  await rename(from, join(directory, to));
}

/** What stands in the way, a folder in the place of a file or the other way round, is kept under another name. */
async function makeWay(directory: string, to: string): Promise<void> {
  const parts = to.split('/');
  for (let length = 1; length <= parts.length; length += 1) {
    const path = join(directory, ...parts.slice(0, length));
    const type = await typeOf(path);
    if (type === undefined) return;
    const fits = length === parts.length ? type !== 'directory' : type === 'directory';
    if (!fits) await rename(path, `${path}.${randomUUID().slice(0, 8)}.own`);
  }
}

async function removeFile(directory: string, path: string): Promise<void> {
  const file = join(directory, path);
  const type = await typeOf(file);
  if (type === undefined || type === 'directory' || (await leadsThroughLink(directory, dirname(path)))) return;
  await rm(file, { force: true });
  await pruneEmpty(directory, dirname(path));
}

async function leadsThroughLink(directory: string, path: string): Promise<boolean> {
  if (path === '.') return false;
  return (await typeOf(join(directory, path))) !== 'directory' || leadsThroughLink(directory, dirname(path));
}

async function pruneEmpty(directory: string, path: string): Promise<void> {
  if (path === '.' || path === STORE) return;
  const isGone = await rmdir(join(directory, path)).then(
    () => true,
    () => false,
  );
  if (isGone) await pruneEmpty(directory, dirname(path));
}

async function typeOf(path: string): Promise<'directory' | 'other' | undefined> {
  const found = await ifThere(lstat(path));
  if (found === undefined) return undefined;
  return found.isDirectory() ? 'directory' : 'other';
}
