import type { EvidenceEntry } from '../../../../shared/model/evidence.ts';
import { sentence } from '../../../../shared/text/sentence.ts';
import { compare } from '../select/choose.ts';
import { isLicence } from '../select/leave-out.ts';
import { parentsOf } from '../select/resolve.ts';
import type { LocatedEntry } from './located-entry.ts';

/**
 * One sorted list: what the plan makes stands over what the server has, names of one file become hard links, and
 * nothing lies below something that is no directory.
 */
export function assemble(
  fromServer: readonly LocatedEntry[],
  synthesised: readonly LocatedEntry[],
): { entries: LocatedEntry[]; notes: string[] } {
  const byPath = new Map(fromServer.map((located) => [located.entry.path, located]));
  for (const located of synthesised) byPath.set(located.entry.path, over(byPath.get(located.entry.path), located));
  const sorted = [...byPath.values()].sort((a, b) => compare(a.entry.path, b.entry.path));
  const { kept, notes } = withoutImpossible(sorted);
  return { entries: linkNames(withoutIdle(kept)), notes };
}

/** A directory that only leads somewhere gives way to what the server has. */
function over(present: LocatedEntry | undefined, located: LocatedEntry): LocatedEntry {
  const leads = located.entry.reasons.every((reason) => reason.startsWith('directory on the way'));
  return present !== undefined && leads ? present : located;
}

/** A server that changes, or lies, could put a file below a link, and unpacking would follow it elsewhere. */
function withoutImpossible(sorted: readonly LocatedEntry[]): { kept: LocatedEntry[]; notes: string[] } {
  const solid = new Set(sorted.filter(({ entry }) => entry.type !== 'directory').map(({ entry }) => entry.path));
  const isSound = ({ entry }: LocatedEntry): boolean => !parentsOf(entry.path).some((parent) => solid.has(parent));
  const notes = sorted
    .filter((located) => !isSound(located))
    .map(({ entry }) => sentence`${entry.path} is left out: a directory on the way to it turned into something else.`);
  return { kept: sorted.filter(isSound), notes };
}

/** Directories of the payload that lead only to what the base or a package brings need not be there. */
function withoutIdle(sorted: readonly LocatedEntry[]): LocatedEntry[] {
  const used = new Set(
    sorted
      .filter(({ entry }) => !['base', 'package'].includes(entry.place) && !isBridge(entry))
      .flatMap(({ entry }) => parentsOf(entry.path)),
  );
  return sorted.filter(({ entry }) => !isBridge(entry) || used.has(entry.path));
}

function isBridge(entry: EvidenceEntry): boolean {
  return entry.type === 'directory' && entry.reasons.every((reason) => reason.startsWith('directory on the way'));
}

/**
 * Of several names of one file in the payload, the first in order is the file and the others are links to it. So are
 * licences of the same words: each package brings its own, and nobody writes to them.
 */
function linkNames(sorted: readonly LocatedEntry[]): LocatedEntry[] {
  const first = new Map<string, EvidenceEntry>();
  return sorted.map((located) => {
    const { entry, local, inode } = located;
    const identity = inode ?? licenceIdentity(entry);
    if (entry.place !== 'payload' || entry.type !== 'file' || local === undefined || identity === undefined)
      return located;
    const original = first.get(identity);
    if (original !== undefined) return { ...located, entry: { ...entry, type: 'hardlink', linkTarget: original.path } };
    first.set(identity, entry);
    return located;
  });
}

function licenceIdentity({ path, sha256, mode, uid, gid }: EvidenceEntry): string | undefined {
  return isLicence(path) && sha256 !== undefined ? [sha256, mode, uid, gid].join(' ') : undefined;
}
