import { createReadStream } from 'node:fs';
import { lstat, readlink } from 'node:fs/promises';
import { posix } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { type Extract, extract } from 'tar-stream';
import { inPayload } from './public-files.ts';
import type { Needle } from './secret-needles.ts';

/** A needle and where it is: a file of the bundle, or a file in a payload of it. */
export interface Hit {
  needle: Needle;
  place: string;
}

/** Every needle that is in a file of the bundle; a payload is looked through file by file. */
export async function findNeedles(
  file: string,
  /** Its path from the bundle's root. */
  name: string,
  needles: readonly Needle[],
  signal: AbortSignal | undefined,
): Promise<Hit[]> {
  const whole = (await lstat(file)).isSymbolicLink()
    ? inBytes(Buffer.from(await readlink(file)), needles)
    : await inStream(createReadStream(file, { highWaterMark: 1 << 20 }), needles, signal);
  if (whole.size === 0 || !name.endsWith('/payload.tar')) return [...whole].map((needle) => ({ needle, place: name }));
  return hitsInPayload(file, name, [...whole], signal);
}

/** A needle that is in no file of it stands in what describes the files, which is nobody's but ours. */
async function hitsInPayload(
  file: string,
  name: string,
  needles: readonly Needle[],
  signal: AbortSignal | undefined,
): Promise<Hit[]> {
  const hits: Hit[] = [];
  const unpack = extract();
  const reading = readEntries(unpack, name, needles, hits, signal);
  // What cannot be read as a tar has no files that could be public.
  await Promise.all([pipeline(createReadStream(file), unpack), reading]).catch(() => signal?.throwIfAborted());
  const missed = needles.filter((needle) => !hits.some((hit) => hit.needle === needle));
  return [...hits, ...missed.map((needle) => ({ needle, place: name }))];
}

async function readEntries(
  unpack: Extract,
  name: string,
  needles: readonly Needle[],
  hits: Hit[],
  signal: AbortSignal | undefined,
): Promise<void> {
  for await (const entry of unpack) {
    const place = inPayload(name, posix.join('/', entry.header.name));
    for (const needle of await inStream(entry, needles, signal)) hits.push({ needle, place });
  }
}

async function inStream(
  stream: AsyncIterable<unknown>,
  needles: readonly Needle[],
  signal: AbortSignal | undefined,
): Promise<Set<Needle>> {
  const found = new Set<Needle>();
  const overlap = Math.max(...needles.map((needle) => needle.bytes.length)) - 1;
  let tail = Buffer.alloc(0);
  for await (const chunk of stream) {
    signal?.throwIfAborted();
    const window = Buffer.concat([tail, chunk as Buffer]); // no encoding is set, so chunks are bytes
    for (const needle of inBytes(window, needles)) found.add(needle);
    tail = window.subarray(Math.max(0, window.length - overlap));
  }
  return found;
}

function inBytes(bytes: Buffer, needles: readonly Needle[]): Set<Needle> {
  return new Set(needles.filter((needle) => bytes.includes(needle.bytes)));
}
