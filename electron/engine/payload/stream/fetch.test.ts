import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SlipwayError } from '../../../../shared/errors.ts';
import type { RemoteHost } from '../../remote/remote-host.ts';
import { endOfArchive, memberHeaders, paddingFor, type TarMember } from '../pack/tar-block.ts';
import { recordedJob } from '../testing/recorded-job.ts';
import { fetchFiles } from './fetch.ts';
import { openSpool, type Spool } from './spool.ts';
import type { FetchItem } from './spool-writer.ts';

let directory: string;
let spool: Spool;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'slipway-fetch-'));
  spool = await openSpool(directory);
});
afterEach(() => rm(directory, { recursive: true }));

function member(name: string, content: string, changes: Partial<TarMember> = {}): Buffer {
  const header: TarMember = {
    name,
    type: 'file',
    mode: 0o644,
    uid: 0,
    gid: 0,
    size: content.length,
    mtime: 7,
    ...changes,
  };
  return Buffer.concat([memberHeaders(header), Buffer.from(content), paddingFor(content.length)]);
}

/** A server that answers with these bytes, whatever it is asked, in pieces of `piece` bytes. */
function serverWith(bytes: Buffer, piece = bytes.length, end?: () => Promise<never>): RemoteHost {
  const pieces = Array.from({ length: Math.ceil(bytes.length / piece) }, (_, index) =>
    bytes.subarray(index * piece, (index + 1) * piece),
  );
  return {
    label: 'server',
    user: 'root',
    privilege: 'root',
    exec: async () => ({
      stdin: new Writable({ write: (_chunk, _encoding, done) => done() }),
      stdout: Readable.from(pieces, { objectMode: false }),
      stderr: Readable.from([]),
      exit: end?.() ?? Promise.resolve({ code: 0, signal: undefined }),
    }),
    tunnel: () => Promise.reject(new Error('unused')),
    close: async () => undefined,
  };
}

const items = [
  { path: '/a', size: 3, digest: 'md5' as const },
  { path: '/b', size: 0 },
];

async function failure(host: RemoteHost, asked: FetchItem[] = items): Promise<SlipwayError> {
  const error = await fetchFiles(host, spool, asked, recordedJob(), () => undefined).catch((reason: unknown) => reason);
  if (!(error instanceof SlipwayError)) throw new Error('it should have failed');
  return error;
}

describe('fetchFiles', () => {
  it.each([1, 7, 512, 100_000])('reads a stream that comes in pieces of %i bytes', async (piece) => {
    const bytes = Buffer.concat([member('/a', 'abc'), member('/b', ''), endOfArchive]);
    let count = 0;
    await fetchFiles(serverWith(bytes, piece), spool, items, recordedJob(), (more) => {
      count += more;
    });
    expect(count).toBe(3);
    expect(await readFile(spool.contentPath('/a'), 'utf8')).toBe('abc');
    expect((await openSpool(directory)).files.get('/a')).toEqual({
      path: '/a',
      size: 3,
      mtime: 7,
      sha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
      md5: '900150983cd24fb0d6963f7d28e17f72',
    });
  });

  it.each([
    ['of several pieces', 3 * 1024 * 1024 + 7],
    ['that goes past the page cache', 17 * 1024 * 1024 + 5],
    ['that fills its last piece', 18 * 1024 * 1024],
  ])('writes a file %s', async (_what, size) => {
    const content = randomBytes(size);
    const bytes = Buffer.concat([
      memberHeaders({ name: '/a', type: 'file', mode: 0o644, uid: 0, gid: 0, size, mtime: 7 }),
      content,
      paddingFor(size),
      endOfArchive,
    ]);
    await fetchFiles(serverWith(bytes, 33_333), spool, [{ path: '/a', size }], recordedJob(), () => undefined);
    expect((await readFile(spool.contentPath('/a'))).equals(content)).toBe(true);
    expect(spool.files.get('/a')?.sha256).toBe(createHash('sha256').update(content).digest('hex'));
  });

  it.each([
    ['a file that was not asked for', member('/etc/passwd', 'x')],
    ['a path that climbs', member('/../a', 'abc')],
    ['a link', member('/a', '', { type: 'symlink', linkName: '/etc' })],
    ['a hard link', member('/a', '', { type: 'hardlink', linkName: '/etc/shadow' })],
    ['a directory', member('/a', '', { type: 'directory' })],
    ['a damaged header', Buffer.alloc(512, 1)],
    [
      'a file far larger than it was',
      memberHeaders({ name: '/a', type: 'file', mode: 0, uid: 0, gid: 0, size: 1e12, mtime: 0 }),
    ],
    ['a sparse map that leaves the file', sparse('1\n0\n999\n')],
    ['a sparse map that is no map', sparse('evil\n')],
    ['a stream that just ends', member('/a', 'abc')],
  ])('refuses %s', async (_what, bytes) => {
    expect((await failure(serverWith(bytes))).code).toBe('server.protocol');
    expect(spool.files.has('/b')).toBe(false);
  });

  it('keeps what was complete when the connection drops, and no part of the rest', async () => {
    const bytes = Buffer.concat([
      member('/a', 'abc'),
      memberHeaders({ name: '/b', type: 'file', mode: 0, uid: 0, gid: 0, size: 9, mtime: 0 }),
    ]);
    const dropped = () => Promise.reject(new SlipwayError('server.dropped', 'gone'));
    expect((await failure(serverWith(bytes, 512, dropped))).code).toBe('server.dropped');
    expect([...(await openSpool(directory)).files.keys()]).toEqual(['/a']);
    expect(await readdir(join(directory, 'content'))).toHaveLength(1);
  });

  it.each([3, 3_000_000, 20_000_000])('says that the disk is full, at a file of %i bytes', async (size) => {
    await symlink('/dev/full', `${spool.contentPath('/a')}.part`);
    const bytes = Buffer.concat([member('/a', 'x'.repeat(size)), endOfArchive]);
    const error = await failure(serverWith(bytes, 100_000), [{ path: '/a', size }]);
    expect(error.code).toBe('disk.full');
    expect(error.message).toContain(directory);
  });

  it('stops with the reason of a cancel', async () => {
    const job = recordedJob();
    job.cancel();
    await expect(fetchFiles(serverWith(endOfArchive), spool, items, job, () => undefined)).rejects.toThrow(/abort/i);
  });
});

function sparse(map: string): Buffer {
  const records = [
    ['GNU.sparse.major', '1'],
    ['GNU.sparse.minor', '0'],
    ['GNU.sparse.name', '/a'],
    ['GNU.sparse.realsize', '3'],
  ] as const;
  return member('/a', map, { records: [...records] });
}
