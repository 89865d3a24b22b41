import type { ImageEntry } from '../../docker/docker-host.ts';
import type { Chosen } from './choose.ts';
import type { BaseEntries } from './onto-base.ts';

/** Whether only the content can still tell a file apart from the base's. */
export function mayBeInBase(chosen: Chosen, base: BaseEntries): boolean {
  const present = base.get(chosen.path);
  return (
    present !== undefined &&
    chosen.entry.type === 'file' &&
    present.type === 'file' &&
    present.size === chosen.entry.size &&
    present.sha256 !== undefined &&
    sameRights(chosen, present)
  );
}

/** Whether the base has a directory or link just like this. */
export function isInBase(chosen: Chosen, base: BaseEntries): boolean {
  const present = base.get(chosen.path);
  if (present === undefined || present.type !== chosen.entry.type) return false;
  if (present.type === 'symlink') return present.linkTarget === chosen.entry.linkTarget;
  return present.type === 'directory' && sameRights(chosen, present);
}

function sameRights({ entry }: Chosen, present: ImageEntry): boolean {
  return present.mode === entry.mode && present.uid === entry.uid && present.gid === entry.gid;
}
