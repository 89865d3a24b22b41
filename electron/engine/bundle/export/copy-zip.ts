import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { lstat, mkdir, open, readlink, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { addAbortSignal, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import yazl from 'yazl';
import { SlipwayError } from '../../../../shared/errors.ts';
import { sentence } from '../../../../shared/text/sentence.ts';
import { diskError, onDisk } from '../../disk/on-disk.ts';
import type { Copying } from './copy-folder.ts';
import type { SortedFile } from './sort-files.ts';

/** The earliest time that a zip can hold; local, as zip means it, so that the bytes are the same everywhere. */
const epoch = new Date(1980, 0, 1);
const linkMode = 0o120777;

/**
 * Writes files of a project into one zip file, which is there as a whole or not at all; a zip file of that name is
 * replaced, as whoever saves a file expects, any other file is not. The same files give the same bytes. Modes and links are kept.
 */
export async function copyToZip(
  root: string,
  files: readonly SortedFile[],
  target: string,
  { signal, copied, noting }: Copying,
): Promise<void> {
  await requireFile(target);
  const draft = join(dirname(target), `.${basename(target)}.slipway-${randomUUID()}`);
  const stop = new AbortController();
  const cancel = () => stop.abort(signal.reason);
  signal.addEventListener('abort', cancel, { once: true });
  try {
    signal.throwIfAborted();
    await onDisk(target, () => mkdir(dirname(target), { recursive: true }));
    await noting?.(draft);
    await writeZip(root, files, draft, { copied, stop });
    await rename(draft, target);
  } catch (error) {
    signal.throwIfAborted();
    throw diskError(target, error);
  } finally {
    signal.removeEventListener('abort', cancel);
    await rm(draft, { force: true });
  }
}

interface Writing {
  copied(file: SortedFile): void;
  /** Aborted by whatever fails first, so that nothing waits for what will not come. */
  stop: AbortController;
}

async function writeZip(
  root: string,
  files: readonly SortedFile[],
  draft: string,
  { copied, stop }: Writing,
): Promise<void> {
  const zip = new yazl.ZipFile();
  zip.on('error', (error: Error) => stop.abort(error));
  const writing = pipeline(zip.outputStream, createWriteStream(draft, { flags: 'wx' }), { signal: stop.signal });
  const adding = addAll(zip, root, files, { copied, stop });
  const fail = (error: unknown) => stop.abort(error);
  await Promise.all([writing.catch(fail), adding.catch(fail)]);
  stop.signal.throwIfAborted();
}

/** One file after the other: a zip that is given all of them at once would open them all. */
async function addAll(
  zip: yazl.ZipFile,
  root: string,
  files: readonly SortedFile[],
  { copied, stop }: Writing,
): Promise<void> {
  for (const file of files) {
    stop.signal.throwIfAborted();
    await addOne(zip, join(root, file.path), file.path, stop.signal);
    copied(file);
  }
  zip.end();
}

async function addOne(zip: yazl.ZipFile, from: string, name: string, signal: AbortSignal): Promise<void> {
  const found = await lstat(from);
  const common = { mtime: epoch, forceDosTimestamp: true };
  if (found.isSymbolicLink()) {
    return zip.addBuffer(Buffer.from(await readlink(from)), name, { ...common, mode: linkMode, compress: false });
  }
  const handle = await open(from);
  const stream = addAbortSignal(signal, handle.createReadStream());
  const mode = 0o100000 | (found.mode & 0o777);
  zip.addReadStream(stream, name, { ...common, mode, size: found.size });
  await readToEnd(stream);
}

function readToEnd(stream: Readable): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.once('end', resolve);
    stream.once('error', reject);
    stream.once('close', () => reject(new Error('The file was closed before its end.')));
  });
}

async function requireFile(target: string): Promise<void> {
  const found = await lstat(target).catch(() => undefined);
  if (found === undefined) return;
  const hint = sentence`Choose the name of a new zip file.`;
  if (!found.isFile()) {
    throw new SlipwayError('bundle.not-empty', sentence`${target} is no file that could be replaced.`, { hint });
  }
  if (found.size > 0 && !(await onDisk(target, () => isZip(target)))) {
    throw new SlipwayError('bundle.not-empty', sentence`${target} is there and is no zip file: it stays as it is.`, {
      hint,
    });
  }
}

/** Every zip begins with these letters, also an empty one. */
async function isZip(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer } = await file.read(Buffer.alloc(2), 0, 2, 0);
    return buffer.toString('latin1') === 'PK';
  } finally {
    await file.close();
  }
}
