import { blockSize } from './tar-header.ts';

/** A run of data in a sparse file; between the runs are holes. */
export interface DataRun {
  offset: number;
  length: number;
}

const maxRuns = 1_000_000;

/**
 * Reads the map at the start of a sparse member in GNU's pax format 1.0: decimal numbers, a newline after each (a
 * count, then offset and length of each run), padded to a block. Throws where it is not such a map.
 */
export class SparseMapReader {
  private readonly numbers: number[] = [];
  private digits = '';
  private taken = 0;

  constructor(private readonly realSize: number) {}

  /** Takes bytes of the map and its padding, and gives how many it took. */
  push(chunk: Buffer): number {
    let index = 0;
    while (index < chunk.length && !this.complete()) {
      if (!this.numbersComplete()) this.takeByte(chunk[index] ?? 0);
      index += 1;
      this.taken += 1;
    }
    return index;
  }

  /** The runs that hold data, once the whole map was taken. */
  runs(): DataRun[] | undefined {
    if (!this.complete()) return undefined;
    const runs: DataRun[] = [];
    let last = 0;
    for (let index = 1; index < this.numbers.length; index += 2) {
      const run = { offset: this.numbers[index] ?? 0, length: this.numbers[index + 1] ?? 0 };
      if (run.offset < last || run.offset + run.length > this.realSize) throw new Error('sparse map leaves the file');
      last = run.offset + run.length;
      if (run.length > 0) runs.push(run);
    }
    return runs;
  }

  private takeByte(byte: number): void {
    if (byte !== 0x0a) {
      this.digits += String.fromCharCode(byte);
      if (!/^\d{1,15}$/.test(this.digits)) throw new Error('sparse map is not numeric');
      return;
    }
    this.numbers.push(Number(this.digits));
    this.digits = '';
    if ((this.numbers[0] ?? 0) > maxRuns) throw new Error('sparse map is too long');
  }

  private numbersComplete(): boolean {
    const count = this.numbers[0];
    return count !== undefined && this.numbers.length === 1 + 2 * count;
  }

  private complete(): boolean {
    return this.numbersComplete() && this.taken % blockSize === 0;
  }
}

/** The map as GNU tar writes it at the start of a member. */
export function writeSparseMap(runs: readonly DataRun[]): Buffer {
  const text = [runs.length, ...runs.flatMap((run) => [run.offset, run.length])].map((value) => `${value}\n`).join('');
  const map = Buffer.alloc(Math.ceil(text.length / blockSize) * blockSize);
  map.write(text, 'latin1');
  return map;
}
