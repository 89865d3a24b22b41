import type { Picture } from './picture.ts';

const headerSize = 6;
const entrySize = 16;

/**
 * Windows' icon file: a list of sizes, then the pictures, which may be PNGs since Windows Vista. It knows nothing larger
 * than 256 pixels, which it writes as 0.
 */
export function toIco(pictures: readonly Picture[]): Buffer {
  const known = pictures.filter(({ size }) => size <= 256);
  const header = Buffer.alloc(headerSize);
  header.writeUInt16LE(1, 2); // an icon, not a cursor
  header.writeUInt16LE(known.length, 4);
  let offset = headerSize + entrySize * known.length;
  const entries = known.map(({ size, png }) => {
    const entry = Buffer.alloc(entrySize);
    entry.writeUInt8(size % 256, 0);
    entry.writeUInt8(size % 256, 1);
    entry.writeUInt16LE(1, 4); // color planes
    entry.writeUInt16LE(32, 6); // bits a pixel
    entry.writeUInt32LE(png.length, 8);
    entry.writeUInt32LE(offset, 12);
    offset += png.length;
    return entry;
  });
  return Buffer.concat([header, ...entries, ...known.map(({ png }) => png)]);
}
