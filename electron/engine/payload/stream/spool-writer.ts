import { createHash, type Hash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { open, rename, rm, writeFile } from 'node:fs/promises';
import { diskError } from '../disk.ts';
import type { Spool, SpooledFile } from './spool.ts';
import type { StreamedFile, TarConsumer } from './tar-reader.ts';

/** A file to fetch. */
export interface FetchItem {
  /** As the server knows it. */
  path: string;
  /** Expected size; what grew far beyond it is refused. */
  size: number;
  /** Digest to take besides SHA-256, to compare with the package's. */
  digest?: 'md5' | 'sha1';
}

const flushBytes = 1024 * 1024;
const maxPendingFiles = 64;
const journalEvery = 200;
const zeros = Buffer.alloc(64 * 1024);
/** What a log or a database may have grown between the survey and the stream. */
const growthBytes = 64 * 1024 * 1024;

interface OpenFile {
  file: StreamedFile;
  sha256: Hash;
  other: { kind: 'md5' | 'sha1'; hash: Hash } | undefined;
  hashed: number;
  buffered: Buffer[];
  bufferedBytes: number;
  bufferedAt: number;
  handle: Promise<FileHandle> | undefined;
  /** Ends when all writes so far have. */
  written: Promise<void>;
}

/**
 * Takes the files of a stream and writes them to the spool: bytes are hashed at once and written in large pieces in
 * the background. The reader of the stream waits in `drain` when the disk is slower than the server.
 */
export class SpoolWriter implements TarConsumer {
  private readonly complete: SpooledFile[] = [];
  private readonly pending = new Set<Promise<void>>();
  private current: OpenFile | undefined;
  private pendingBytes = 0;
  private failure: unknown;

  constructor(
    private readonly spool: Spool,
    private readonly wanted: ReadonlyMap<string, FetchItem>,
    private readonly onBytes: (count: number) => void,
  ) {}

  begin(file: StreamedFile): void {
    // Busybox tar leaves out the leading slash.
    const path = file.name.startsWith('/') ? file.name : `/${file.name}`;
    const item = this.wanted.get(path);
    if (item === undefined) throw new Error(`${JSON.stringify(path.slice(0, 200))} was not asked for`);
    if (file.size > item.size * 1.5 + growthBytes) throw new Error(`${path} is far larger than it was`);
    this.current = {
      file: { ...file, name: path },
      sha256: createHash('sha256'),
      other: item.digest && { kind: item.digest, hash: createHash(item.digest) },
      hashed: 0,
      buffered: [],
      bufferedBytes: 0,
      bufferedAt: 0,
      handle: undefined,
      written: Promise.resolve(),
    };
  }

  data(chunk: Buffer, position: number): void {
    const open = this.current;
    if (open === undefined) return;
    const contiguous = open.bufferedAt + open.bufferedBytes === position;
    if (open.bufferedBytes >= flushBytes || (!contiguous && open.bufferedBytes > 0)) this.flush(open);
    if (open.bufferedBytes === 0) open.bufferedAt = position;
    hashUpTo(open, position);
    hash(open, chunk);
    open.buffered.push(chunk);
    open.bufferedBytes += chunk.length;
    this.onBytes(chunk.length);
  }

  end(): void {
    const open = this.current;
    if (open === undefined) return;
    this.current = undefined;
    hashUpTo(open, open.file.size);
    this.track(open.bufferedBytes, this.finish(open));
  }

  /** Waits until at most `bytes` and a few files are still to be written; rejects where writing failed. */
  async drain(bytes: number): Promise<void> {
    const files = bytes === 0 ? 0 : maxPendingFiles;
    while (this.failure === undefined && (this.pendingBytes > bytes || this.pending.size > files)) {
      await Promise.race(this.pending);
    }
    if (this.complete.length >= journalEvery) await this.note();
    if (this.failure !== undefined) throw diskError(this.spool.directory, this.failure);
  }

  /** Lets go of a file that was cut off, and writes the complete ones to the journal. */
  async close(): Promise<void> {
    await Promise.all(this.pending);
    if (this.current?.handle !== undefined) {
      await (await this.current.handle.catch(() => undefined))?.close();
      await rm(this.part(this.current.file.name), { force: true });
    }
    this.current = undefined;
    await this.note();
  }

  /** Remembers work in the background that holds so many bytes, until it ends; its failure shows in `drain`. */
  private track(bytes: number, work: Promise<void>): void {
    this.pendingBytes += bytes;
    const tracked = work
      .catch((error: unknown) => {
        this.failure ??= error;
      })
      .then(() => {
        this.pendingBytes -= bytes;
        this.pending.delete(tracked);
      });
    this.pending.add(tracked);
  }

  private async note(): Promise<void> {
    await this.spool.note(this.complete.splice(0));
  }

  private part(path: string): string {
    return `${this.spool.contentPath(path)}.part`;
  }

  private flush(file: OpenFile): void {
    const { buffered, bufferedBytes, bufferedAt } = file;
    file.handle ??= open(this.part(file.file.name), 'w', 0o600);
    const handle = file.handle;
    file.written = file.written.then(async () => writeFully(await handle, buffered, bufferedAt));
    this.track(bufferedBytes, file.written);
    file.buffered = [];
    file.bufferedBytes = 0;
  }

  private async finish(file: OpenFile): Promise<void> {
    const part = this.part(file.file.name);
    if (file.handle === undefined && file.file.runs === undefined) {
      await writeFile(part, Buffer.concat(file.buffered), { mode: 0o600 });
    } else {
      await this.finishLarge(file);
    }
    await rename(part, this.spool.contentPath(file.file.name));
    this.complete.push(describe(file));
  }

  private async finishLarge(file: OpenFile): Promise<void> {
    this.flush(file);
    const handle = await file.handle;
    try {
      await file.written;
      await handle?.truncate(file.file.size);
    } finally {
      await handle?.close();
    }
  }
}

function describe({ file, sha256, other }: OpenFile): SpooledFile {
  const xattrs = Array.from(file.xattrs, ([name, value]) => [name, value.toString('base64')] as const);
  return {
    path: file.name,
    size: file.size,
    mtime: file.mtime,
    sha256: sha256.digest('hex'),
    ...(other === undefined ? {} : { [other.kind]: other.hash.digest('hex') }),
    ...(xattrs.length === 0 ? {} : { xattrs: Object.fromEntries(xattrs) }),
    ...(file.runs === undefined ? {} : { runs: file.runs }),
  };
}

function hash(file: OpenFile, chunk: Buffer): void {
  file.sha256.update(chunk);
  file.other?.hash.update(chunk);
  file.hashed += chunk.length;
}

/** Holes read as zeros. */
function hashUpTo(file: OpenFile, position: number): void {
  while (file.hashed < position) hash(file, zeros.subarray(0, Math.min(zeros.length, position - file.hashed)));
}

async function writeFully(handle: FileHandle, buffers: Buffer[], position: number): Promise<void> {
  const total = buffers.reduce((sum, buffer) => sum + buffer.length, 0);
  if (total === 0) return;
  let { bytesWritten } = await handle.writev(buffers, position);
  const all = bytesWritten < total ? Buffer.concat(buffers) : Buffer.alloc(0);
  while (bytesWritten < total) {
    bytesWritten += (await handle.write(all, bytesWritten, total - bytesWritten, position + bytesWritten)).bytesWritten;
  }
}
