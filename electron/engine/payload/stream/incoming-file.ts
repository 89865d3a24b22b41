import { createHash, type Hash } from 'node:crypto';
import { renameSync, writeFileSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { type NewFile, openNewFile } from './new-file.ts';
import { type Pieces, pieceBytes } from './pieces.ts';
import type { SpooledFile } from './spool.ts';
import type { StreamedFile } from './tar-reader.ts';

/** From here on the page cache has more to lose than to give. */
const largeBytes = 16 * 1024 * 1024;
const zeros = Buffer.alloc(64 * 1024);

/** How an incoming file reaches the disk. */
export interface Destination {
  /** Where it lies once it is complete. */
  path: string;
  pieces: Pieces;
  /** Told of each write in the background and of how many bytes wait for it. */
  track(bytes: number, work: Promise<void>): void;
}

/**
 * A file of the stream on its way to the disk. The stream's small chunks are gathered into large pieces, each hashed and
 * written at once: a hash and a write a chunk would cost more than the rest of the way from the server.
 */
export class IncomingFile {
  private readonly sha256 = createHash('sha256');
  private readonly other: Hash | undefined;
  private hashed = 0;
  private piece: Buffer | undefined;
  private pieceAt = 0;
  private filled = 0;
  private opened: Promise<NewFile> | undefined;
  /** Ends when all writes so far have. */
  private written: Promise<void> = Promise.resolve();

  constructor(
    private readonly file: StreamedFile,
    private readonly digest: 'md5' | 'sha1' | undefined,
    private readonly destination: Destination,
  ) {
    this.other = digest && createHash(digest);
  }

  /** Takes bytes of the file; the chunk is the caller's again afterwards. */
  data(chunk: Buffer, position: number): void {
    for (let taken = 0; taken < chunk.length; ) {
      const at = position + taken;
      const count = chunk.copy(this.pieceFor(at), at - this.pieceAt, taken);
      this.filled += count;
      taken += count;
    }
  }

  /** Bytes that are not yet on their way to the disk. */
  get buffered(): number {
    return this.filled;
  }

  /** Writes what is left and puts the file in its place. */
  async finish(): Promise<SpooledFile> {
    if (this.isSmall) this.writeWhole();
    else await this.finishPieces();
    return this.describe();
  }

  /** Lets go of a file that was cut off. */
  async discard(): Promise<void> {
    if (this.opened === undefined) return;
    const opened = await this.opened.catch(() => undefined);
    await opened?.close();
    await rm(this.part, { force: true });
  }

  private get part(): string {
    return `${this.destination.path}.part`;
  }

  /** Small files take no piece, and no more than one write. */
  private get isSmall(): boolean {
    return this.file.size < pieceBytes && this.file.runs === undefined;
  }

  /** The piece that takes the byte at a position. */
  private pieceFor(position: number): Buffer {
    const { piece, filled } = this;
    if (piece !== undefined && filled < piece.length && position === this.pieceAt + filled) return piece;
    this.flush();
    this.piece = this.isSmall ? Buffer.allocUnsafe(this.file.size) : this.destination.pieces.take();
    this.pieceAt = position;
    return this.piece;
  }

  private flush(): void {
    const { piece, filled, pieceAt } = this;
    if (piece === undefined) return;
    this.hashUpTo(pieceAt);
    this.hash(piece.subarray(0, filled));
    this.piece = undefined;
    this.filled = 0;
    this.opened ??= this.open();
    this.written = this.write(this.written, this.opened, piece, filled, pieceAt);
    this.destination.track(filled, this.written);
  }

  private open(): Promise<NewFile> {
    // Where there are holes, pieces begin anywhere.
    return openNewFile(this.part, this.file.runs === undefined && this.file.size >= largeBytes);
  }

  private async write(
    before: Promise<void>,
    opened: Promise<NewFile>,
    piece: Buffer,
    length: number,
    position: number,
  ): Promise<void> {
    await before;
    await (await opened).write(piece, length, position);
    this.destination.pieces.give(piece);
  }

  /** At once: handing the four calls of a small file to other threads takes several times as long as the calls do. */
  private writeWhole(): void {
    const content = this.piece ?? Buffer.alloc(0);
    this.hash(content);
    writeFileSync(this.part, content, { mode: 0o600 });
    renameSync(this.part, this.destination.path);
  }

  private async finishPieces(): Promise<void> {
    this.flush();
    this.hashUpTo(this.file.size);
    this.opened ??= this.open();
    const opened = await this.opened;
    try {
      await this.written;
      await opened.cut(this.file.size);
    } finally {
      await opened.close();
    }
    await rename(this.part, this.destination.path);
  }

  /** Holes read as zeros. */
  private hashUpTo(position: number): void {
    while (this.hashed < position) this.hash(zeros.subarray(0, Math.min(zeros.length, position - this.hashed)));
  }

  private hash(bytes: Buffer): void {
    this.sha256.update(bytes);
    this.other?.update(bytes);
    this.hashed += bytes.length;
  }

  private describe(): SpooledFile {
    const { name, size, mtime, runs } = this.file;
    const xattrs = Array.from(this.file.xattrs, ([key, value]) => [key, value.toString('base64')] as const);
    return {
      path: name,
      size,
      mtime,
      sha256: this.sha256.digest('hex'),
      ...(this.digest === undefined ? {} : { [this.digest]: this.other?.digest('hex') }),
      ...(xattrs.length === 0 ? {} : { xattrs: Object.fromEntries(xattrs) }),
      ...(runs === undefined ? {} : { runs }),
    };
  }
}
