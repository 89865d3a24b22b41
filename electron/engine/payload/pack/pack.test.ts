import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { extract, type Header } from 'tar-stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EvidenceEntry } from '../../../../shared/model/evidence.ts';
import { readPax } from '../stream/pax.ts';
import { type StreamedFile, TarReader } from '../stream/tar-reader.ts';
import { type PackEntry, packTar } from './pack.ts';
import { memberHeaders } from './tar-block.ts';

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'slipway-pack-'));
  await writeFile(join(directory, 'content'), 'content');
});
afterAll(() => rm(directory, { recursive: true }));

function entry(changes: Partial<EvidenceEntry>): EvidenceEntry {
  return {
    path: '/a',
    type: 'directory',
    place: 'payload',
    mode: 0o755,
    uid: 0,
    gid: 0,
    size: 0,
    mtime: 0,
    origin: 'unowned',
    reasons: ['test'],
    ...changes,
  };
}

async function bytesOf(entries: PackEntry[]): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of packTar(entries)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** As another implementation reads it. */
async function read(bytes: Buffer): Promise<(Header & { content: string })[]> {
  const reader = extract();
  reader.end(bytes);
  const members: (Header & { content: string })[] = [];
  for await (const member of reader) {
    let content = '';
    for await (const chunk of member) content += String(chunk);
    members.push({ ...member.header, content });
  }
  return members;
}

describe('packTar', () => {
  it('keeps type, owner, mode, time, link and content', async () => {
    const bytes = await bytesOf([
      { entry: entry({ path: '/dir', mode: 0o2750, uid: 5, gid: 6 }) },
      {
        entry: entry({ path: '/dir/f', type: 'file', mode: 0o4755, size: 7, mtime: 1234567890 }),
        local: join(directory, 'content'),
      },
      { entry: entry({ path: '/dir/h', type: 'hardlink', linkTarget: '/dir/f' }) },
      { entry: entry({ path: '/dir/l', type: 'symlink', linkTarget: '/else/where' }) },
    ]);
    expect(await read(bytes)).toMatchObject([
      { name: 'dir/', type: 'directory', mode: 0o2750, uid: 5, gid: 6, uname: '', gname: '' },
      { name: 'dir/f', type: 'file', mode: 0o4755, content: 'content', mtime: new Date(1234567890_000), pax: null },
      { name: 'dir/h', type: 'link', linkname: 'dir/f' },
      { name: 'dir/l', type: 'symlink', linkname: '/else/where' },
    ]);
    expect(bytes.length % 512).toBe(0);
  });

  it('gives the same bytes for the same entries', async () => {
    const item = {
      entry: entry({ type: 'file', size: 7, xattrs: { 'user.b': 'Yg==', 'user.a': 'YQ==' } }),
      local: join(directory, 'content'),
    };
    const swapped = { ...item, entry: { ...item.entry, xattrs: { 'user.a': 'YQ==', 'user.b': 'Yg==' } } };
    expect(await bytesOf([item])).toEqual(await bytesOf([swapped]));
  });

  it('reads back any name, owner and binary attribute', async () => {
    const segment = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 80 })
      .filter((name) => !/[/\0\uFFFD]/.test(name) && name !== '.' && name !== '..');
    const anyEntry = fc.record({
      names: fc.array(segment, { minLength: 1, maxLength: 6 }),
      uid: fc.nat(4294967294),
      value: fc.uint8Array({ maxLength: 40 }),
    });
    await fc.assert(
      fc.asyncProperty(anyEntry, async ({ names, uid, value }) => {
        const path = `/${names.join('/')}`;
        const xattrs = { 'security.capability': Buffer.from(value).toString('base64') };
        const bytes = await bytesOf([
          { entry: entry({ path, uid, type: 'file', size: 7, xattrs }), local: join(directory, 'content') },
        ]);
        const files: StreamedFile[] = [];
        new TarReader({ begin: (file) => files.push(file), data: () => undefined, end: () => undefined }).push(bytes);
        expect(files).toMatchObject([{ name: path.slice(1), size: 7 }]);
        expect(files[0]?.xattrs.get('security.capability')).toEqual(Buffer.from(value));
      }),
      { numRuns: 60 },
    );
  });

  it('writes a name that is not UTF-8 byte for byte', async () => {
    const path = '/caf\udce9';
    const bytes = await bytesOf([
      { entry: entry({ path, type: 'file', size: 7 }), local: join(directory, 'content') },
      { entry: entry({ path: '/link', type: 'symlink', linkTarget: path }) },
    ]);
    expect(bytes.toString('latin1')).toMatch(/path=caf\xe9\n.*linkpath=\/caf\xe9\n/s);
    const names: string[] = [];
    const ignored = { data: () => undefined, end: () => undefined };
    const end = 3 * 512 + 512;
    new TarReader({ begin: ({ name }) => names.push(name), ...ignored }).push(bytes.subarray(0, end));
    expect(names).toEqual(['caf\udce9']);
  });

  it('stores only the data of a sparse file', async () => {
    const bytes = await bytesOf([
      {
        entry: entry({ type: 'file', size: 1e9 }),
        local: join(directory, 'content'),
        runs: [{ offset: 2, length: 5 }],
      },
    ]);
    expect(bytes.length).toBeLessThan(5000);
    const seen: unknown[] = [];
    new TarReader({
      begin: ({ size, runs }) => seen.push(size, runs),
      data: (chunk, position) => seen.push(chunk.toString(), position),
      end: () => undefined,
    }).push(bytes);
    expect(seen).toEqual([1e9, [{ offset: 2, length: 5 }], 'ntent', 2]);
  });
});

describe('memberHeaders', () => {
  const header = (changes: object): Buffer =>
    memberHeaders({ name: 'a', type: 'file', mode: 0, uid: 0, gid: 0, size: 0, mtime: 0, ...changes });

  it('needs no pax header for the usual, up to the limits of ustar', () => {
    expect(header({ name: `${'d'.repeat(150)}/${'f'.repeat(100)}` })).toHaveLength(512);
    expect(header({ uid: 0o7777777, size: 8 * 2 ** 30 - 1 })).toHaveLength(512);
  });

  it.each([
    [{ name: 'n'.repeat(101) }, 'path', 'n'.repeat(101)],
    [{ type: 'symlink', linkName: 'l'.repeat(101) }, 'linkpath', 'l'.repeat(101)],
    [{ uid: 2 ** 31 }, 'uid', '2147483648'],
    [{ size: 8 * 2 ** 30 }, 'size', '8589934592'],
  ])('says the rest in a pax header: %#', (changes, keyword, value) => {
    const bytes = header(changes);
    expect(bytes.toString('latin1', 156, 157)).toBe('x');
    expect(readPax(bytes.subarray(512, 1024))?.get(keyword)?.toString()).toBe(value);
  });
});
