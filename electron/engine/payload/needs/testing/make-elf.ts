export interface ElfParts {
  bits: 32 | 64;
  interpreter: string;
  needed: string[];
  runPath: string;
  soname: string;
}

const base = 0x400000;

/** The smallest little-endian ELF file that the dynamic loader could read: one segment of each kind. */
export function makeElf({ bits, interpreter, needed, runPath, soname }: ElfParts): Buffer {
  const wide = bits === 64;
  const word = wide ? 8 : 4;
  const strings: string[] = [''];
  const offsetOf = (text: string): number => strings.push(text) && strings.slice(0, -1).join('\0').length + 1;
  const dynamic = [
    ...needed.map((name) => [1, offsetOf(name)]),
    ...(runPath === '' ? [] : [[29, offsetOf(runPath)]]),
    ...(soname === '' ? [] : [[14, offsetOf(soname)]]),
  ];
  const table = Buffer.from(`${strings.join('\0')}\0`);
  const headers = (wide ? 64 : 52) + 3 * (wide ? 56 : 32);
  const loader = Buffer.from(`${interpreter}\0`);
  const dynamicAt = headers + loader.length;
  const tableAt = dynamicAt + (dynamic.length + 3) * 2 * word;
  const entries = [...dynamic, [5, base + tableAt], [10, table.length], [0, 0]];
  const segments = [
    { type: 3, offset: headers, size: loader.length },
    { type: 1, offset: 0, size: tableAt + table.length },
    { type: 2, offset: dynamicAt, size: entries.length * 2 * word },
  ];
  const words = entries.flat().map((value) => number(value, word));
  return Buffer.concat([
    fileHeader(wide),
    ...segments.map((segment) => programHeader(segment, wide)),
    loader,
    ...words,
    table,
  ]);
}

function number(value: number, bytes: number): Buffer {
  const data = Buffer.alloc(bytes);
  data.writeUIntLE(value, 0, Math.min(bytes, 6));
  return data;
}

function fileHeader(wide: boolean): Buffer {
  const header = Buffer.alloc(wide ? 64 : 52);
  header.write('\x7fELF', 'latin1');
  header[4] = wide ? 2 : 1;
  header[5] = 1;
  header.writeUInt16LE(wide ? 62 : 3, 18);
  header.writeUInt32LE(header.length, wide ? 32 : 28);
  header.writeUInt16LE(wide ? 56 : 32, wide ? 54 : 42);
  header.writeUInt16LE(3, wide ? 56 : 44);
  return header;
}

function programHeader({ type, offset, size }: { type: number; offset: number; size: number }, wide: boolean): Buffer {
  const header = Buffer.alloc(wide ? 56 : 32);
  const word = wide ? 8 : 4;
  header.writeUInt32LE(type, 0);
  number(offset, word).copy(header, wide ? 8 : 4);
  number(base + offset, word).copy(header, wide ? 16 : 8);
  number(size, word).copy(header, wide ? 32 : 16);
  return header;
}
