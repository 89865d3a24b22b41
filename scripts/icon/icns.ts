import type { Picture } from './picture.ts';

/** What macOS calls the sizes that it wants as PNG: those for usual screens, and those for screens of twice the density. */
const types: readonly (readonly [string, number])[] = [
  ['icp4', 16],
  ['icp5', 32],
  ['icp6', 64],
  ['ic07', 128],
  ['ic08', 256],
  ['ic09', 512],
  ['ic10', 1024],
  ['ic11', 32],
  ['ic12', 64],
  ['ic13', 256],
  ['ic14', 512],
];

/** macOS' icon file: parts of a name, a length and a PNG each, behind a header of the same form. */
export function toIcns(pictures: readonly Picture[]): Buffer {
  const parts = types.flatMap(([type, size]) => {
    const picture = pictures.find((one) => one.size === size);
    return picture === undefined ? [] : [part(type, picture.png)];
  });
  return part('icns', Buffer.concat(parts));
}

function part(type: string, content: Buffer): Buffer {
  const header = Buffer.alloc(8);
  header.write(type, 'latin1');
  header.writeUInt32BE(header.length + content.length, 4);
  return Buffer.concat([header, content]);
}
