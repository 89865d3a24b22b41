import { expect, it } from 'vitest';
import { toIcns } from './icns.ts';
import { toIco } from './ico.ts';

const pictures = [16, 256, 512].map((size) => ({ size, png: Buffer.from(`png of ${size}`) }));

it('lists the pictures of a Windows icon with where they are, up to 256 pixels', () => {
  const ico = toIco(pictures);
  expect(ico.readUInt16LE(2)).toBe(1);
  expect(ico.readUInt16LE(4)).toBe(2);
  const entries = [0, 1].map((index) => ico.subarray(6 + 16 * index, 22 + 16 * index));
  expect(entries.map((entry) => entry.readUInt8(0))).toEqual([16, 0]);
  const read = entries.map((entry) => {
    const offset = entry.readUInt32LE(12);
    return ico.subarray(offset, offset + entry.readUInt32LE(8)).toString();
  });
  expect(read).toEqual(['png of 16', 'png of 256']);
});

it('names the pictures of a macOS icon by their size, those for dense screens too', () => {
  const icns = toIcns(pictures);
  expect(icns.subarray(0, 4).toString()).toBe('icns');
  expect(icns.readUInt32BE(4)).toBe(icns.length);
  const parts: [string, string][] = [];
  for (let at = 8; at < icns.length; at += icns.readUInt32BE(at + 4)) {
    parts.push([icns.toString('latin1', at, at + 4), icns.toString('utf8', at + 8, at + icns.readUInt32BE(at + 4))]);
  }
  expect(parts).toEqual([
    ['icp4', 'png of 16'],
    ['ic08', 'png of 256'],
    ['ic09', 'png of 512'],
    ['ic13', 'png of 256'],
    ['ic14', 'png of 512'],
  ]);
});
