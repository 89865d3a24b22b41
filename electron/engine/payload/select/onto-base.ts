import { sentence } from '../../../../shared/text/sentence.ts';
import type { ImageEntry } from '../../docker/docker-host.ts';
import type { ServerEntry } from '../server/survey-output.ts';
import { linkDestination, resolvePath } from './resolve.ts';

export type BaseEntries = ReadonlyMap<string, ImageEntry>;

export type Placement =
  /** Goes to this path of the image. */
  | { kind: 'place'; path: string }
  /** The base has the same link or a directory there, which a link must not replace. */
  | { kind: 'keep-base'; path: string; note?: string };

/**
 * Where a path of the server goes on top of the base, so that unpacking it replaces no link by a directory and no
 * directory by a link: on merged-/usr systems an entry `lib/` would destroy the image.
 */
export function ontoBase(path: string, entry: ServerEntry, base: BaseEntries): Placement {
  const resolved = resolveIn(base, entry.type === 'directory' ? `${path}/.end` : path);
  const target = entry.type === 'directory' ? resolved.replace(/\/\.end$/, '') || '/' : resolved;
  const present = base.get(target);
  if (entry.type !== 'symlink' || present === undefined) return { kind: 'place', path: target };
  if (present.type === 'directory') {
    return {
      kind: 'keep-base',
      path: target,
      note: sentence`${target} is a link on the server and a directory in the base image; the directory stays.`,
    };
  }
  return sameLink(target, entry, present, base) ? { kind: 'keep-base', path: target } : { kind: 'place', path: target };
}

function sameLink(path: string, entry: ServerEntry, present: ImageEntry, base: BaseEntries): boolean {
  if (present.type !== 'symlink') return false;
  const destination = (target: string | undefined): string => resolveIn(base, linkDestination(path, target ?? ''));
  return entry.linkTarget === present.linkTarget || destination(entry.linkTarget) === destination(present.linkTarget);
}

/** A path through the base's links; what the base does not have is taken as it is. */
function resolveIn(base: BaseEntries, path: string): string {
  const resolution = resolvePath(path, (name) => base.get(name) ?? { type: 'directory' });
  return resolution.kind === 'found' ? resolution.path : path;
}
