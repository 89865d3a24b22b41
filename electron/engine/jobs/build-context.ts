import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { lstat, readdir, readFile, readlink } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import createIgnore from '@balena/dockerignore';
import { type Header, pack } from 'tar-stream';
import { evidenceSchema } from '../../../shared/model/evidence.ts';

/**
 * The build context of a workload's folder as a tar: sorted, owned by root, modes by the executable bit alone, times as
 * the evidence has them, so that the same folder gives the same bytes on every machine and after every `git clone`.
 * Git keeps no times, but a web server tells them (`Last-Modified`): a file that is still what the server had gets its
 * time back; everything else has none.
 */
export function buildContext(directory: string): Readable {
  const tar = pack();
  fill(tar, directory).then(
    () => tar.finalize(),
    (error: Error) => tar.destroy(error),
  );
  return Readable.from(tar);
}

/** SHA-256 of the build context, lower-case hex: what the image's tag is made of. */
export async function hashBuildContext(directory: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(buildContext(directory), hash);
  return hash.digest('hex');
}

type Pack = ReturnType<typeof pack>;

async function fill(tar: Pack, directory: string): Promise<void> {
  const ignored = await readIgnore(directory);
  const times = await readTimes(directory);
  const names = (await namesBelow(directory, '')).filter((name) => !ignored(name)).sort();
  for (const name of names) await addEntry(tar, directory, name, times);
}

/** Names with `/`, directories too. (`readdir`'s own `recursive` is newer than the oldest Node.js of the desktop app.) */
async function namesBelow(directory: string, below: string): Promise<string[]> {
  const entries = await readdir(join(directory, below), { withFileTypes: true });
  const names = entries.map(async (entry) => {
    const name = below === '' ? entry.name : `${below}/${entry.name}`;
    return entry.isDirectory() ? [name, ...(await namesBelow(directory, name))] : [name];
  });
  return (await Promise.all(names)).flat();
}

async function readIgnore(directory: string): Promise<(name: string) => boolean> {
  const rules = await readFile(join(directory, '.dockerignore'), 'utf8').catch(() => '');
  const ignore = createIgnore().add(rules);
  return (name) => name !== 'Dockerfile' && ignore.ignores(name);
}

/** What the evidence says of the application's text files, by their name in the context. */
type Times = ReadonlyMap<string, { sha256: string | undefined; mtime: number }>;

async function readTimes(directory: string): Promise<Times> {
  const text = await readFile(join(directory, 'evidence.json'), 'utf8').catch(() => undefined);
  if (text === undefined) return new Map();
  const { entries } = evidenceSchema.parse(JSON.parse(text));
  return new Map(
    entries.filter(({ place }) => place === 'app').map(({ path, sha256, mtime }) => [`app${path}`, { sha256, mtime }]),
  );
}

async function addEntry(tar: Pack, directory: string, name: string, times: Times): Promise<void> {
  const path = join(directory, name);
  const found = await lstat(path);
  const common = { name, uid: 0, gid: 0, mtime: new Date(0) };
  if (found.isDirectory()) return addHeader(tar, { ...common, type: 'directory', mode: 0o755 });
  if (found.isSymbolicLink()) {
    return addHeader(tar, { ...common, type: 'symlink', mode: 0o777, linkname: await readlink(path) });
  }
  const mode = (found.mode & 0o100) === 0 ? 0o644 : 0o755;
  const mtime = await mtimeOf(path, times.get(name));
  await pipeline(createReadStream(path), tar.entry({ ...common, mtime, type: 'file', mode, size: found.size }));
}

async function mtimeOf(
  path: string,
  original: { sha256: string | undefined; mtime: number } | undefined,
): Promise<Date> {
  if (original === undefined) return new Date(0);
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return new Date(hash.digest('hex') === original.sha256 ? original.mtime * 1000 : 0);
}

function addHeader(tar: Pack, header: Partial<Header> & { name: string }): Promise<void> {
  return new Promise((resolve, reject) => {
    tar.entry(header, (error) => (error ? reject(error) : resolve()));
  });
}
