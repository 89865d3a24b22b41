import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { EvidenceEntry } from '../../../../shared/model/evidence.ts';
import { sentence } from '../../../../shared/text/sentence.ts';
import { onDisk } from '../../disk/on-disk.ts';
import type { BaseEntries } from '../select/onto-base.ts';
import { parentsOf } from '../select/resolve.ts';
import type { ServerEntry } from '../server/survey-output.ts';
import type { Synthesised } from '../synthesise/synthesised.ts';
import type { LocatedEntry } from './located-entry.ts';

/** Evidence of what follows from the plan, with its content written to the spool and the directories that lead there. */
export async function synthesisedEntries(
  items: readonly Synthesised[],
  spool: string,
  base: BaseEntries,
  lookup: (path: string) => ServerEntry | null | undefined,
): Promise<LocatedEntry[]> {
  const directory = join(spool, 'synthesised');
  await onDisk(spool, () => mkdir(directory, { recursive: true, mode: 0o700 }));
  const entries = new Map<string, LocatedEntry>();
  for (const item of items) {
    for (const parent of parentsOf(item.path)) {
      if (!entries.has(parent) && !base.has(parent))
        entries.set(parent, { entry: parentEntry(parent, item.path, lookup(parent)) });
    }
  }
  for (const item of items) {
    if (!isInBase(item, base)) entries.set(item.path, await locate(item, directory));
  }
  return [...entries.values()];
}

function isInBase(item: Synthesised, base: BaseEntries): boolean {
  const present = base.get(item.path);
  return (
    item.type === 'directory' &&
    present?.type === 'directory' &&
    present.mode === item.mode &&
    present.uid === item.uid &&
    present.gid === item.gid
  );
}

function parentEntry(path: string, below: string, entry: ServerEntry | null | undefined): EvidenceEntry {
  const rights = entry?.type === 'directory' ? entry : { mode: 0o755, uid: 0, gid: 0 };
  return {
    path,
    type: 'directory',
    place: 'payload',
    mode: rights.mode,
    uid: rights.uid,
    gid: rights.gid,
    size: 0,
    mtime: 0,
    origin: 'synthesised',
    reasons: [sentence`directory on the way to ${below}`],
  };
}

async function locate(item: Synthesised, directory: string): Promise<LocatedEntry> {
  const entry: EvidenceEntry = {
    path: item.path,
    type: item.type,
    place: 'payload',
    mode: item.mode,
    uid: item.uid,
    gid: item.gid,
    size: 0,
    mtime: 0,
    ...(item.linkTarget === undefined ? {} : { linkTarget: item.linkTarget }),
    origin: 'synthesised',
    reasons: [item.reason],
  };
  if (item.content === undefined) return { entry };
  const content = Buffer.from(item.content);
  const sha256 = createHash('sha256').update(content).digest('hex');
  const local = join(directory, sha256);
  await onDisk(directory, () => writeFile(local, content, { mode: 0o600 }));
  return { entry: { ...entry, size: content.length, sha256 }, local };
}
