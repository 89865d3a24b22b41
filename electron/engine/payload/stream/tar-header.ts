import { textOfBytes } from '../../text/byte-text.ts';

/** One block of a tar (POSIX ustar, pax and GNU), as numbers and text. */
export interface TarHeader {
  name: string;
  mode: number;
  uid: number;
  gid: number;
  size: number;
  mtime: number;
  /** The type flag's character: `0` file, `x` pax record, `L` GNU long name … */
  type: string;
  linkName: string;
}

export const blockSize = 512;

/** Reads a header block; undefined where its checksum is wrong. */
export function readTarHeader(block: Buffer): TarHeader | undefined {
  if (readNumber(block, 148, 8) !== checksum(block)) return undefined;
  const prefix = block.toString('latin1', 257, 263) === 'ustar\0' ? readText(block, 345, 155) : '';
  const name = readText(block, 0, 100);
  return {
    name: prefix === '' ? name : `${prefix}/${name}`,
    mode: readNumber(block, 100, 8) & 0o7777,
    uid: readNumber(block, 108, 8),
    gid: readNumber(block, 116, 8),
    size: readNumber(block, 124, 12),
    mtime: readNumber(block, 136, 12),
    type: block[156] === 0 ? '0' : String.fromCharCode(block[156] ?? 0),
    linkName: readText(block, 157, 100),
  };
}

/** The header's checksum, its own field counted as spaces. */
export function checksum(block: Buffer): number {
  let sum = 0;
  for (let index = 0; index < blockSize; index += 1) sum += index >= 148 && index < 156 ? 32 : (block[index] ?? 0);
  return sum;
}

function readText(block: Buffer, offset: number, length: number): string {
  const end = block.indexOf(0, offset);
  return textOfBytes(block.subarray(offset, end === -1 || end > offset + length ? offset + length : end));
}

/** Octal text, or GNU's base-256 where the first bit is set. */
function readNumber(block: Buffer, offset: number, length: number): number {
  const first = block[offset] ?? 0;
  if ((first & 0x80) === 0) {
    const text = readText(block, offset, length).trim();
    return text === '' ? 0 : Number.parseInt(text, 8);
  }
  let value = first & 0x7f;
  for (let index = 1; index < length; index += 1) value = value * 256 + (block[offset + index] ?? 0);
  return value;
}
