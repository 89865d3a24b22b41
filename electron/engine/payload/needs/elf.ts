/** What the dynamic loader reads of an ELF file (System V ABI, chapter 5; ld.so(8)). */
export interface Elf {
  bits: 32 | 64;
  machine: number;
  /** Dynamic loader that the kernel starts (PT_INTERP). */
  interpreter?: string;
  /** DT_NEEDED, in order. */
  needed: string[];
  /** DT_RUNPATH, else DT_RPATH, split at colons; `$ORIGIN` as written. */
  runPath: string[];
  soname?: string;
}

/** Reads `length` bytes at `offset`; fewer at the end of the file. */
export type ReadAt = (offset: number, length: number) => Promise<Buffer>;

interface Layout {
  bits: 32 | 64;
  u16(data: Buffer, offset: number): number;
  u32(data: Buffer, offset: number): number;
  /** An address or offset; NaN where it is beyond what a file can hold. */
  word(data: Buffer, offset: number): number;
}

interface Segment {
  type: number;
  offset: number;
  address: number;
  size: number;
}

const segmentTypes = { load: 1, dynamic: 2, interpreter: 3 };
const tags = { end: 0, needed: 1, stringTable: 5, stringSize: 10, soname: 14, rpath: 15, runPath: 29 };
/** Bounds against files made to exhaust us. */
const maxSegments = 128;
const maxDynamic = 64 * 1024;
const maxStrings = 4 * 1024 * 1024;

/** Reads an ELF file; undefined where it is none, or a damaged one. */
export async function readElf(readAt: ReadAt): Promise<Elf | undefined> {
  const header = await readAt(0, 64);
  const layout = layoutOf(header);
  if (layout === undefined) return undefined;
  const segments = await readSegments(header, layout, readAt);
  const elf: Elf = { bits: layout.bits, machine: layout.u16(header, 18), needed: [], runPath: [] };
  const interpreter = segments.find(({ type }) => type === segmentTypes.interpreter);
  if (interpreter !== undefined) {
    elf.interpreter = textAt(await readAt(interpreter.offset, Math.min(interpreter.size, 4096)), 0);
  }
  await readDynamic(elf, segments, layout, readAt);
  return elf;
}

function layoutOf(header: Buffer): Layout | undefined {
  if (header.length < 52 || header.toString('latin1', 0, 4) !== '\x7fELF') return undefined;
  const bits = header[4] === 2 ? 64 : 32;
  if (bits === 64 && header.length < 64) return undefined;
  const little = header[5] === 1;
  const u32 = (data: Buffer, offset: number): number =>
    little ? data.readUInt32LE(offset) : data.readUInt32BE(offset);
  const long = (data: Buffer, offset: number): number =>
    Number(little ? data.readBigUInt64LE(offset) : data.readBigUInt64BE(offset));
  return {
    bits,
    u16: (data, offset) => (little ? data.readUInt16LE(offset) : data.readUInt16BE(offset)),
    u32,
    word: (data, offset) => {
      const value = bits === 64 ? long(data, offset) : u32(data, offset);
      return Number.isSafeInteger(value) ? value : Number.NaN;
    },
  };
}

async function readSegments(header: Buffer, layout: Layout, readAt: ReadAt): Promise<Segment[]> {
  const wide = layout.bits === 64;
  const offset = layout.word(header, wide ? 32 : 28);
  const size = layout.u16(header, wide ? 54 : 42);
  const count = Math.min(layout.u16(header, wide ? 56 : 44), maxSegments);
  if (Number.isNaN(offset) || size < (wide ? 56 : 32)) return [];
  const table = await readAt(offset, size * count);
  const segments: Segment[] = [];
  for (let at = 0; at + size <= table.length; at += size) {
    const segment = {
      type: layout.u32(table, at),
      offset: layout.word(table, at + (wide ? 8 : 4)),
      address: layout.word(table, at + (wide ? 16 : 8)),
      size: layout.word(table, at + (wide ? 32 : 16)),
    };
    if (![segment.offset, segment.address, segment.size].some(Number.isNaN)) segments.push(segment);
  }
  return segments;
}

async function readDynamic(elf: Elf, segments: Segment[], layout: Layout, readAt: ReadAt): Promise<void> {
  const dynamic = segments.find(({ type }) => type === segmentTypes.dynamic);
  if (dynamic === undefined) return;
  const table = await readAt(dynamic.offset, Math.min(dynamic.size, maxDynamic));
  const entries = dynamicEntries(table, layout);
  const value = (tag: number): number | undefined => entries.find((entry) => entry.tag === tag)?.value;
  const strings = await readStrings(segments, value(tags.stringTable), value(tags.stringSize), readAt);
  const text = (tag: number): string[] =>
    entries
      .filter((entry) => entry.tag === tag)
      .map((entry) => textAt(strings, entry.value))
      .filter((name) => name !== '');
  elf.needed = text(tags.needed);
  const paths = text(tags.runPath).length > 0 ? text(tags.runPath) : text(tags.rpath);
  elf.runPath = paths.flatMap((path) => path.split(':')).filter((path) => path !== '');
  const [soname] = text(tags.soname);
  if (soname !== undefined) elf.soname = soname;
}

function dynamicEntries(table: Buffer, layout: Layout): { tag: number; value: number }[] {
  const width = layout.bits / 8;
  const entries: { tag: number; value: number }[] = [];
  for (let at = 0; at + 2 * width <= table.length; at += 2 * width) {
    const tag = layout.word(table, at);
    if (tag === tags.end) break;
    entries.push({ tag, value: layout.word(table, at + width) });
  }
  return entries;
}

async function readStrings(
  segments: Segment[],
  address: number | undefined,
  size: number | undefined,
  readAt: ReadAt,
): Promise<Buffer> {
  if (address === undefined || size === undefined || Number.isNaN(address)) return Buffer.alloc(0);
  const home = segments.find(
    (segment) =>
      segment.type === segmentTypes.load && address >= segment.address && address < segment.address + segment.size,
  );
  return home === undefined
    ? Buffer.alloc(0)
    : readAt(home.offset + address - home.address, Math.min(size, maxStrings));
}

/** NUL-ended text; empty where the offset is none of the buffer's. */
function textAt(data: Buffer, offset: number): string {
  if (!(offset >= 0 && offset < data.length)) return '';
  const end = data.indexOf(0, offset);
  return data.toString('utf8', offset, end === -1 ? data.length : end);
}
