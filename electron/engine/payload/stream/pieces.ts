/** Large enough that the calls no longer count, small enough that several of them do not count either. */
export const pieceBytes = 1024 * 1024;
/** As many as may wait for the disk, so that one lot mostly is enough. */
const lot = 12;

/**
 * Memory for what is on its way to the disk, used again: to allocate gigabytes anew keeps the collector busy. All of it
 * begins at a page, as writing past the page cache asks for (open(2), O_DIRECT).
 */
export interface Pieces {
  /** A piece of `pieceBytes`. */
  take(): Buffer;
  /** Gives back a piece that nobody reads any longer. */
  give(piece: Buffer): void;
}

export function createPieces(): Pieces {
  const free: Buffer[] = [];
  return {
    take() {
      if (free.length === 0) free.push(...alignedPieces());
      return free.pop() ?? Buffer.allocUnsafeSlow(pieceBytes);
    },
    give: (piece) => {
      free.push(piece);
    },
  };
}

/** Part of every Node; its types come with those of a browser, which the engine does without. */
declare const WebAssembly: { Memory: new (size: { initial: number }) => { buffer: ArrayBuffer } };

/** Only WebAssembly promises where its memory begins: its pages are 64 KB, and the system's are a part of them. */
function alignedPieces(): Buffer[] {
  const { buffer } = new WebAssembly.Memory({ initial: (lot * pieceBytes) / (64 * 1024) });
  return Array.from({ length: lot }, (_, index) => Buffer.from(buffer, index * pieceBytes, pieceBytes));
}
