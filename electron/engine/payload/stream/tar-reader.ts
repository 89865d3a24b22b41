import { textOfBytes } from '../../text/byte-text.ts';
import { readPax } from './pax.ts';
import { type DataRun, SparseMapReader } from './sparse.ts';
import { blockSize, readTarHeader, type TarHeader } from './tar-header.ts';

/** A regular file of the stream. */
export interface StreamedFile {
  name: string;
  /** Of the whole file, holes counted. */
  size: number;
  mtime: number;
  xattrs: Map<string, Buffer>;
  /** Where its data lies; undefined for a file without holes. */
  runs?: DataRun[];
}

export interface TarConsumer {
  /** A file begins; throws where it was not asked for. */
  begin(file: StreamedFile): void;
  /** Bytes of it; `position` is where they belong in the file. */
  data(chunk: Buffer, position: number): void;
  end(): void;
}

const maxMetadata = 1024 * 1024;
const xattrPrefix = 'SCHILY.xattr.';

type State =
  | { kind: 'header' }
  /** Collecting a pax header or a GNU long name. */
  | { kind: 'metadata'; type: string; size: number; chunks: Buffer[]; missing: number }
  | { kind: 'map'; file: StreamedFile; map: SparseMapReader; missing: number; padding: number }
  | { kind: 'data'; runs: DataRun[]; run: number; within: number; missing: number; padding: number }
  | { kind: 'skip'; missing: number };

/**
 * Reads a tar of regular files as it arrives: no copy, no promise a chunk, binary extended attributes and sparse files,
 * none of which the usual library offers. Anything but a regular file is refused: nothing else was asked for.
 */
export class TarReader {
  private state: State = { kind: 'header' };
  private readonly block = Buffer.alloc(blockSize);
  private filled = 0;
  private endSeen = false;
  private pax = new Map<string, Buffer>();
  private longName: string | undefined;

  constructor(private readonly consumer: TarConsumer) {}

  /** Whether the archive came to its end and nothing was cut off. */
  get ended(): boolean {
    return this.endSeen && this.state.kind === 'header' && this.filled === 0;
  }

  /** Takes the next bytes. Throws on a malformed or unwanted member. */
  push(chunk: Buffer): void {
    let rest = chunk;
    while (rest.length > 0) rest = rest.subarray(this.take(rest));
  }

  private take(chunk: Buffer): number {
    const state = this.state;
    if (state.kind === 'header') return this.takeHeader(chunk);
    if (state.kind === 'skip') {
      const length = Math.min(state.missing, chunk.length);
      state.missing -= length;
      if (state.missing === 0) this.state = { kind: 'header' };
      return length;
    }
    if (state.kind === 'data') return this.takeData(state, chunk);
    if (state.kind === 'map') return this.takeMap(state, chunk);
    const length = Math.min(state.missing, chunk.length);
    state.chunks.push(Buffer.from(chunk.subarray(0, length)));
    state.missing -= length;
    if (state.missing === 0) this.finishMetadata(state);
    return length;
  }

  private takeHeader(chunk: Buffer): number {
    const length = Math.min(blockSize - this.filled, chunk.length);
    chunk.copy(this.block, this.filled, 0, length);
    this.filled += length;
    if (this.filled === blockSize) {
      this.filled = 0;
      this.finishHeader();
    }
    return length;
  }

  private finishHeader(): void {
    // Blocks of zeros end a tar. Another may follow: a tar that reads no list is called more than once.
    this.endSeen = this.block.every((byte) => byte === 0);
    if (this.endSeen) return;
    const header = readTarHeader(this.block);
    if (header === undefined || !Number.isSafeInteger(header.size)) throw new Error('tar header is damaged');
    if (['x', 'g', 'L', 'K'].includes(header.type)) this.beginMetadata(header);
    else if (header.type === '0' || header.type === '7') this.beginFile(header);
    else throw new Error(`tar member of type ${JSON.stringify(header.type)} was not asked for`);
  }

  private beginMetadata(header: TarHeader): void {
    if (header.size > maxMetadata) throw new Error('tar metadata is too long');
    const missing = header.size + padding(header.size);
    this.state = { kind: 'metadata', type: header.type, size: header.size, chunks: [], missing };
    if (missing === 0) this.state = { kind: 'header' };
  }

  private finishMetadata(state: Extract<State, { kind: 'metadata' }>): void {
    const body = Buffer.concat(state.chunks).subarray(0, state.size);
    this.state = { kind: 'header' };
    if (state.type === 'x') {
      const pax = readPax(body);
      if (pax === undefined) throw new Error('pax header is damaged');
      this.pax = pax;
    }
    if (state.type === 'L') this.longName = textOfBytes(body).replace(/\0.*$/s, '');
  }

  private beginFile(header: TarHeader): void {
    const text = (keyword: string): string | undefined => {
      const value = this.pax.get(keyword);
      return value === undefined ? undefined : textOfBytes(value);
    };
    const sparse = text('GNU.sparse.major') === '1' && text('GNU.sparse.minor') === '0';
    const stored = Number(text('size') ?? header.size);
    const size = Number((sparse ? text('GNU.sparse.realsize') : undefined) ?? stored);
    if (!Number.isSafeInteger(stored) || !Number.isSafeInteger(size) || stored < 0)
      throw new Error('tar size is damaged');
    const file: StreamedFile = {
      name: (sparse ? text('GNU.sparse.name') : undefined) ?? text('path') ?? this.longName ?? header.name,
      size,
      mtime: Math.max(0, Math.floor(Number(text('mtime') ?? header.mtime))),
      xattrs: xattrsOf(this.pax),
    };
    this.pax = new Map();
    this.longName = undefined;
    if (sparse)
      this.state = { kind: 'map', file, map: new SparseMapReader(size), missing: stored, padding: padding(stored) };
    else this.start(file, [{ offset: 0, length: size }], stored, padding(stored));
  }

  private takeMap(state: Extract<State, { kind: 'map' }>, chunk: Buffer): number {
    const length = state.map.push(chunk.subarray(0, state.missing));
    state.missing -= length;
    const runs = state.map.runs();
    if (runs !== undefined) {
      const stored = runs.reduce((sum, run) => sum + run.length, 0);
      if (stored !== state.missing) throw new Error('sparse map does not fit its member');
      this.start({ ...state.file, runs }, runs, stored, state.padding);
    } else if (state.missing === 0) throw new Error('sparse map is cut off');
    return length;
  }

  private start(file: StreamedFile, runs: DataRun[], missing: number, pad: number): void {
    this.consumer.begin(file);
    this.state = { kind: 'data', runs, run: 0, within: 0, missing, padding: pad };
    if (missing === 0) this.finishFile(pad);
  }

  private takeData(state: Extract<State, { kind: 'data' }>, chunk: Buffer): number {
    const run = state.runs[state.run];
    if (run === undefined) throw new Error('tar data leaves its runs');
    const length = Math.min(run.length - state.within, chunk.length);
    if (length > 0) this.consumer.data(chunk.subarray(0, length), run.offset + state.within);
    state.within += length;
    state.missing -= length;
    if (state.within === run.length) {
      state.run += 1;
      state.within = 0;
    }
    if (state.missing === 0) this.finishFile(state.padding);
    return length;
  }

  private finishFile(pad: number): void {
    this.state = pad === 0 ? { kind: 'header' } : { kind: 'skip', missing: pad };
    this.consumer.end();
  }
}

function padding(size: number): number {
  return (blockSize - (size % blockSize)) % blockSize;
}

function xattrsOf(pax: Map<string, Buffer>): Map<string, Buffer> {
  const kept = Array.from(pax, ([keyword, value]) => [keyword.slice(xattrPrefix.length), value, keyword] as const)
    .filter(([, , keyword]) => keyword.startsWith(xattrPrefix))
    // What a container can have: SELinux labels, ACLs and trusted.* belong to the server's own set-up.
    .filter(([name]) => name === 'security.capability' || name.startsWith('user.'))
    .map(([name, value]) => [name, value] as const);
  return new Map(kept);
}
