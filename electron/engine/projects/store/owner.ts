import { hostname } from 'node:os';
import { z } from 'zod';
import { isZombie, processStart } from './process-start.ts';

/** A process of this or, in a shared folder, of another machine. */
export const ownerSchema = z.object({
  host: z.string(),
  pid: z.number().int().positive(),
  /** When it began, where that can be known: after a restart of the machine another process may have its number. */
  start: z.string().exactOptional(),
});
export type Owner = z.infer<typeof ownerSchema>;

export function thisProcess(): Owner {
  const start = processStart(process.pid);
  return { host: hostname(), pid: process.pid, ...(start === undefined ? {} : { start }) };
}

/** Whether what an owner began may still go on. Of another machine's processes nobody knows: they count as alive. */
export function isAlive({ host, pid, start }: Owner): boolean {
  if (host !== hostname()) return true;
  if (isZombie(pid)) return false;
  const present = processStart(pid);
  if (start !== undefined && present !== undefined && present !== start) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's process is one, too.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

export function isThisProcess(owner: Owner): boolean {
  return owner.host === hostname() && owner.pid === process.pid && isAlive(owner);
}
