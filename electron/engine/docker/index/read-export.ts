import { createHash } from 'node:crypto';
import { posix } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Extract, type ExtractEvents, extract, type Header } from 'tar-stream';
import type { ImageEntry, ImageIndex } from '../docker-host.ts';
import { isDockersOwn } from './dockers-own.ts';
import { installedPackages, isPackageRecord } from './installed-packages.ts';

/** Files whose content the index carries; none of them is anywhere near this in a sane image. */
const longestText = 64 * 1024 * 1024;
type Entry = ExtractEvents['entry'][1];

const texts = new Set(['/etc/passwd', '/etc/group', '/etc/os-release', '/usr/lib/os-release']);

/** Reads the tar of a container's file system: what stands where, and the texts that tell who and what is in it. */
export async function readExport(tar: Readable, signal: AbortSignal): Promise<Omit<ImageIndex, 'image'>> {
  const entries = new Map<string, ImageEntry>([['/', rootEntry]]);
  const kept = new Map<string, string>();
  const unpack = extract();
  const reading = readEntries(unpack, entries, kept);
  // Both ends settle together: a stream that breaks ends the reader as well.
  await Promise.all([pipeline(tar, unpack, { signal }), reading]);
  const records = [...kept].filter(([path]) => isPackageRecord(path)).map(([path, text]) => ({ path, text }));
  return {
    entries,
    passwd: kept.get('/etc/passwd') ?? '',
    group: kept.get('/etc/group') ?? '',
    osRelease: kept.get('/etc/os-release') ?? kept.get('/usr/lib/os-release') ?? '',
    packages: installedPackages(records),
  };
}

/** Exports leave the root out; docker makes it so. */
const rootEntry: ImageEntry = { type: 'directory', mode: 0o755, uid: 0, gid: 0, size: 0 };

async function readEntries(
  unpack: Extract,
  entries: Map<string, ImageEntry>,
  kept: Map<string, string>,
): Promise<void> {
  for await (const entry of unpack) {
    const path = canonical(entry.header.name);
    const { sha256, text } = await readContent(entry, texts.has(path) || isPackageRecord(path));
    if (text !== undefined) kept.set(path, text);
    const described = describe(entry.header, sha256, entries);
    if (!isDockersOwn(path, described)) entries.set(path, described);
  }
}

function canonical(name: string): string {
  return posix.join('/', name).replace(/(.)\/$/, '$1');
}

function describe(header: Header, sha256: string, entries: Map<string, ImageEntry>): ImageEntry {
  // A hard link's entry repeats no content: it is the same file as the one it points at, which came before it.
  const linked = header.type === 'link' ? entries.get(canonical(header.linkname)) : undefined;
  if (linked !== undefined) return linked;
  const type = typeOf(header.type);
  return {
    type,
    mode: header.mode & 0o7777,
    uid: header.uid,
    gid: header.gid,
    size: type === 'file' ? header.size : 0,
    ...(type === 'symlink' ? { linkTarget: header.linkname } : {}),
    ...(type === 'file' ? { sha256 } : {}),
  };
}

function typeOf(type: Header['type']): ImageEntry['type'] {
  if (type === 'file' || type === 'contiguous-file') return 'file';
  if (type === 'directory' || type === 'symlink') return type;
  return 'other';
}

async function readContent(entry: Entry, keep: boolean): Promise<{ sha256: string; text: string | undefined }> {
  const hash = createHash('sha256');
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of entry as AsyncIterable<Buffer>) {
    hash.update(chunk);
    length += chunk.length;
    if (keep && length <= longestText) chunks.push(chunk);
  }
  const isFile = entry.header.type === 'file';
  return { sha256: hash.digest('hex'), text: keep && isFile ? Buffer.concat(chunks).toString('utf8') : undefined };
}
