import { join, resolve } from 'node:path';
import type { HeldBy } from '../../../shared/model/project.ts';
import { type Holder, readHolder } from './store/hold-file.ts';
import { HOLD_FILE } from './store/layout.ts';
import { isAlive, isThisProcess } from './store/owner.ts';

/** Which other program has a project now. Takes nothing: a window asks for it again and again. */
export async function holderOf({ directory }: { directory: string }): Promise<{ heldBy?: HeldBy }> {
  const holder = await readHolder(join(resolve(directory), HOLD_FILE));
  const isElsewhere = holder !== undefined && isAlive(holder) && !isThisProcess(holder);
  return isElsewhere ? { heldBy: nameOf(holder) } : {};
}

/** What is told of a holder to whoever looks at the project. */
export function nameOf({ host, pid, since }: Holder): HeldBy {
  return { host, pid, since };
}
