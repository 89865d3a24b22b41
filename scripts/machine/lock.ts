import { randomUUID } from 'node:crypto';
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive } from './holders.ts';

const patience = 180_000;

/** Runs `work` while no other process holds the lock file; the lock of a process that died is taken over. */
export async function withLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  const deadline = Date.now() + patience;
  while (!(await take(file))) {
    if (Date.now() > deadline) throw new Error(`${file} is held by process ${await holderOf(file)}.`);
    await sleep(100);
  }
  try {
    return await work();
  } finally {
    await rm(file, { force: true });
  }
}

async function take(file: string): Promise<boolean> {
  // Linked rather than written in place: a lock never exists without its holder's number in it.
  const own = `${file}.${process.pid}.${randomUUID()}`;
  await writeFile(own, String(process.pid));
  try {
    await link(own, file);
    return true;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  } finally {
    await rm(own, { force: true });
  }
  const holder = await holderOf(file);
  if (holder !== undefined && !isAlive(holder)) await removeStale(file, holder);
  return false;
}

/** Removes a dead process's lock, unless someone else has just done so and taken it. */
async function removeStale(file: string, holder: number): Promise<void> {
  const aside = `${file}.${process.pid}.${randomUUID()}`;
  await rename(file, aside).catch(() => undefined);
  if ((await holderOf(aside)) !== holder) await link(aside, file).catch(() => undefined);
  await rm(aside, { force: true });
}

async function holderOf(file: string): Promise<number | undefined> {
  const text = await readFile(file, 'utf8').catch(() => '');
  return /^\d+$/.test(text) ? Number(text) : undefined;
}
