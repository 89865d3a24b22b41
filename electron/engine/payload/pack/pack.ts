import { open } from 'node:fs/promises';
import type { EvidenceEntry } from '../../../../shared/model/evidence.ts';
import { type DataRun, writeSparseMap } from '../stream/sparse.ts';
import { endOfArchive, memberHeaders, paddingFor, type TarMember } from './tar-block.ts';

/** An entry to pack, with where its content lies. */
export interface PackEntry {
  entry: EvidenceEntry;
  local?: string;
  /** Where the data of a sparse file is. */
  runs?: DataRun[];
}

const pieceBytes = 1024 * 1024;

/**
 * A tar of these entries, in the given order: nothing in it depends on the machine, the time or the order in which
 * files were fetched, so that the same entries give the same bytes.
 */
export async function* packTar(entries: Iterable<PackEntry>): AsyncGenerator<Buffer> {
  for (const item of entries) yield* packEntry(item);
  yield endOfArchive;
}

async function* packEntry({ entry, local, runs }: PackEntry): AsyncGenerator<Buffer> {
  if (entry.type !== 'file' || local === undefined) {
    yield memberHeaders(member(entry, 0, []));
  } else if (runs === undefined) {
    yield memberHeaders(member(entry, entry.size, []));
    yield* content(local, [{ offset: 0, length: entry.size }], entry.size);
  } else {
    yield* packSparse(entry, local, runs);
  }
}

/** GNU's pax format 1.0 for sparse files, which Docker and BuildKit read as well. */
async function* packSparse(entry: EvidenceEntry, local: string, runs: DataRun[]): AsyncGenerator<Buffer> {
  const map = writeSparseMap(runs);
  const stored = map.length + runs.reduce((sum, run) => sum + run.length, 0);
  const records = [
    ['GNU.sparse.major', '1'],
    ['GNU.sparse.minor', '0'],
    ['GNU.sparse.name', nameOf(entry)],
    ['GNU.sparse.realsize', String(entry.size)],
  ] as const;
  yield memberHeaders(member(entry, stored, records));
  yield map;
  yield* content(local, runs, stored);
}

function member(entry: EvidenceEntry, size: number, records: readonly (readonly [string, string])[]): TarMember {
  const xattrs = Object.entries(entry.xattrs ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
  const linkName = entry.type === 'hardlink' ? entry.linkTarget?.slice(1) : entry.linkTarget;
  return {
    name: nameOf(entry),
    type: entry.type,
    mode: entry.mode,
    uid: entry.uid,
    gid: entry.gid,
    size,
    mtime: entry.mtime,
    ...(linkName === undefined ? {} : { linkName }),
    records: [
      ...records,
      ...(entry.type === 'hardlink'
        ? []
        : xattrs.map(([name, value]) => [`SCHILY.xattr.${name}`, Buffer.from(value, 'base64')] as const)),
    ],
  };
}

function nameOf(entry: EvidenceEntry): string {
  return entry.path.slice(1);
}

async function* content(local: string, runs: readonly DataRun[], stored: number): AsyncGenerator<Buffer> {
  const file = await open(local, 'r');
  try {
    for (const run of runs) {
      for (let at = 0; at < run.length; at += pieceBytes) {
        const length = Math.min(pieceBytes, run.length - at);
        const { buffer, bytesRead } = await file.read(Buffer.allocUnsafe(length), 0, length, run.offset + at);
        if (bytesRead !== length) throw new Error(`${local} is shorter than it was`);
        yield buffer;
      }
    }
  } finally {
    await file.close();
  }
  yield paddingFor(stored);
}
