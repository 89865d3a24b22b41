import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Notes that someone uses the engine: a process by its number, or a name for what outlives a process. */
export async function addHolder(home: string, holder: string): Promise<void> {
  await mkdir(join(home, 'holders'), { recursive: true });
  await writeFile(join(home, 'holders', holder), '');
}

export async function removeHolder(home: string, holder: string): Promise<void> {
  await rm(join(home, 'holders', holder), { force: true });
}

/** Who uses the engine now; processes that no longer run are forgotten. */
export async function liveHolders(home: string): Promise<string[]> {
  const holders = await readdir(join(home, 'holders')).catch(() => []);
  const dead = holders.filter((holder) => /^\d+$/.test(holder) && !isAlive(Number(holder)));
  for (const holder of dead) await removeHolder(home, holder);
  return holders.filter((holder) => !dead.includes(holder));
}

/** Whether a process runs, whoever owns it. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
