import { diskError } from '../../disk/on-disk.ts';
import { IncomingFile } from './incoming-file.ts';
import { createPieces } from './pieces.ts';
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

const maxPendingFiles = 64;
const journalEvery = 200;
/** What a log or a database may have grown between the survey and the stream. */
const growthBytes = 64 * 1024 * 1024;

/**
 * Takes the files of a stream and writes them to the spool in the background. The reader of the stream waits in `drain`
 * when the disk is slower than the server.
 */
export class SpoolWriter implements TarConsumer {
  private readonly complete: SpooledFile[] = [];
  private readonly pending = new Set<Promise<void>>();
  private readonly pieces = createPieces();
  private current: IncomingFile | undefined;
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
    this.current = new IncomingFile({ ...file, name: path }, item.digest, {
      path: this.spool.contentPath(path),
      pieces: this.pieces,
      track: (bytes, work) => this.track(bytes, work),
    });
  }

  data(chunk: Buffer, position: number): void {
    this.current?.data(chunk, position);
    this.onBytes(chunk.length);
  }

  end(): void {
    const file = this.current;
    if (file === undefined) return;
    this.current = undefined;
    this.track(file.buffered, this.finish(file));
  }

  /** Whether it is time to wait in `drain`. */
  isBehind(bytes: number): boolean {
    const { pendingBytes, pending, complete, failure } = this;
    return (
      pendingBytes > bytes || pending.size > maxPendingFiles || complete.length >= journalEvery || failure !== undefined
    );
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
    await this.current?.discard();
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

  private async finish(file: IncomingFile): Promise<void> {
    this.complete.push(await file.finish());
  }

  private async note(): Promise<void> {
    await this.spool.note(this.complete.splice(0));
  }
}
