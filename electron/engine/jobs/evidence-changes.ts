import type { EvidenceEntry, WorkloadEvidence } from '../../../shared/model/evidence.ts';
import { sentence } from '../../../shared/text/sentence.ts';
import { printable } from '../text/printable.ts';

/** More than these are only counted. */
const mostNamed = 5;

/** What is no longer as a payload's evidence has it, in words. */
export function describeChanges(before: WorkloadEvidence, now: WorkloadEvidence): string {
  if (before.base.digest !== now.base.digest)
    return sentence`the base image ${printable(before.base.image)} is another one`;
  const changed = changedPaths(payloadOf(before), payloadOf(now));
  if (changed.length === 0) return sentence`its files are the same, but not their order or form`;
  const named = changed.slice(0, mostNamed).map(({ path, what }) => what(printable(path)));
  const more = changed.length > mostNamed ? [sentence`${changed.length - mostNamed} more`] : [];
  return [...named, ...more].join(', ');
}

/** What became of a path, in words. */
type Change = (path: string) => string;

type Entries = ReadonlyMap<string, EvidenceEntry>;

function payloadOf({ entries }: WorkloadEvidence): Entries {
  return new Map(entries.filter(({ place }) => place === 'payload').map((entry) => [entry.path, entry]));
}

function changedPaths(before: Entries, now: Entries): { path: string; what: Change }[] {
  const paths = [...new Set([...before.keys(), ...now.keys()])].sort();
  return paths.flatMap((path) => {
    const what = changeOf(before.get(path), now.get(path));
    return what === undefined ? [] : [{ path, what }];
  });
}

function changeOf(before: EvidenceEntry | undefined, now: EvidenceEntry | undefined): Change | undefined {
  if (before === undefined) return (path) => sentence`${path} is new`;
  if (now === undefined) return (path) => sentence`${path} is gone`;
  if (before.type !== now.type || before.sha256 !== now.sha256 || before.linkTarget !== now.linkTarget) {
    return (path) => sentence`${path} has changed`;
  }
  if (before.mode !== now.mode || before.uid !== now.uid || before.gid !== now.gid)
    return (path) => sentence`${path} has other rights`;
  if (JSON.stringify(before.xattrs) !== JSON.stringify(now.xattrs))
    return (path) => sentence`${path} has other attributes`;
  return before.mtime === now.mtime ? undefined : (path) => sentence`${path} was written again`;
}
