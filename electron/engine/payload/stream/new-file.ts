import { constants, type FileHandle, open } from 'node:fs/promises';

const { O_WRONLY, O_CREAT, O_TRUNC } = constants;
/** Linux alone has it. */
const direct: number = constants.O_DIRECT ?? 0;

/** What direct writes must begin at and be a multiple of, in the file and in memory, on every usual disk. */
const directBlock = 4096;

/** A file that is being written, in pieces that begin at multiples of their size. */
export interface NewFile {
  write(piece: Buffer, length: number, position: number): Promise<void>;
  /** After the last write: cuts off what was written too much, or adds the hole at the end. */
  cut(size: number): Promise<void>;
  close(): Promise<void>;
}

/**
 * Makes a file, or empties it. With `large` it is written past the page cache where the file system can do that: as
 * long as a stream, it would push out what other programs keep there, and filling new pages of memory costs more than
 * the rest of its way to the disk.
 */
export async function openNewFile(path: string, large: boolean): Promise<NewFile> {
  const handle =
    (large ? await openDirect(path) : undefined) ?? (await open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o600));
  return {
    async write(piece, length, position) {
      // What is written too much is cut off in the end.
      const bytes = large ? Math.min(piece.length, Math.ceil(length / directBlock) * directBlock) : length;
      for (let done = 0; done < bytes; )
        done += (await handle.write(piece, done, bytes - done, position + done)).bytesWritten;
    },
    cut: (size) => handle.truncate(size),
    close: () => handle.close(),
  };
}

/** Undefined where the file system has no such thing. */
async function openDirect(path: string): Promise<FileHandle | undefined> {
  if (direct === 0) return undefined;
  try {
    return await open(path, O_WRONLY | O_CREAT | O_TRUNC | direct, 0o600);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EINVAL') return undefined;
    throw error;
  }
}
