import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { SlipwayError } from '../../../../shared/errors.ts';
import { sentence } from '../../../../shared/text/sentence.ts';
import { exists } from '../../disk/if-there.ts';
import { onDisk } from '../../disk/on-disk.ts';
import { type Holder, readHolder, removeOwnHolder, removeStaleHolder, writeHolder } from './hold-file.ts';
import { HOLD_FILE } from './layout.ts';
import { isAlive, isThisProcess } from './owner.ts';

/**
 * Takes a project for this process, so that no other one changes it: until it is left, or the process ends. Gives the
 * process that has it already. Of a killed one the name stays in the file, and counts for nothing.
 */
export async function takeHold(root: string): Promise<Holder | undefined> {
  const file = join(root, HOLD_FILE);
  const found = await readHolder(file);
  if (found !== undefined && isAlive(found)) return isThisProcess(found) ? undefined : found;
  return onDisk(file, async () => {
    if (await exists(file)) await removeStaleHolder(file, found);
    if (await writeHolder(file)) return undefined;
    const quicker = await readHolder(file);
    return quicker === undefined || isThisProcess(quicker) ? undefined : quicker;
  });
}

/** Like {@link takeHold}, for whoever has just come: a program that is closing gets the time to do so. */
export async function takeHoldPatiently(root: string): Promise<Holder | undefined> {
  for (let tries = 0; tries < 10 && (await takeHold(root)) !== undefined; tries += 1) await sleep(150);
  return takeHold(root);
}

/** Rejects with `project.held` where another process has the project. */
export async function requireHold(root: string): Promise<void> {
  const holder = await takeHold(root);
  if (holder === undefined) return;
  const { pid, host } = holder;
  throw new SlipwayError('project.held', sentence`Process ${pid} on ${host} has this project open.`, {
    hint: sentence`Close it there, then try again. If that program is gone, take the project over, or remove ${HOLD_FILE}.`,
  });
}

/** Takes the project from a process of which a person knows that it is gone, such as one of another machine. */
export async function seizeHold(root: string): Promise<void> {
  await onDisk(root, () => rm(join(root, HOLD_FILE), { force: true }));
  await requireHold(root);
}

/** Lets go of the project, where this process has it. */
export function releaseHold(root: string): void {
  removeOwnHolder(join(root, HOLD_FILE));
}
