import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { lstat, readdir, readFile, readlink } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import createIgnore from '@balena/dockerignore';
import { type Header, pack } from 'tar-stream';

/**
 * The build context of a workload's folder as a tar: sorted, owned by root, without times, modes by the executable bit
 * alone, so that the same folder gives the same bytes on every machine and after every `git clone`.
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
  const names = (await readdir(directory, { recursive: true })).filter((name) => !ignored(name)).sort();
  for (const name of names) await addEntry(tar, directory, name);
}

async function readIgnore(directory: string): Promise<(name: string) => boolean> {
  const rules = await readFile(join(directory, '.dockerignore'), 'utf8').catch(() => '');
  const ignore = createIgnore().add(rules);
  return (name) => name !== 'Dockerfile' && ignore.ignores(name);
}

async function addEntry(tar: Pack, directory: string, name: string): Promise<void> {
  const path = join(directory, name);
  const found = await lstat(path);
  const common = { name, uid: 0, gid: 0, mtime: new Date(0) };
  if (found.isDirectory()) return addHeader(tar, { ...common, type: 'directory', mode: 0o755 });
  if (found.isSymbolicLink()) {
    return addHeader(tar, { ...common, type: 'symlink', mode: 0o777, linkname: await readlink(path) });
  }
  const mode = (found.mode & 0o100) === 0 ? 0o644 : 0o755;
  await pipeline(createReadStream(path), tar.entry({ ...common, type: 'file', mode, size: found.size }));
}

function addHeader(tar: Pack, header: Partial<Header> & { name: string }): Promise<void> {
  return new Promise((resolve, reject) => {
    tar.entry(header, (error) => (error ? reject(error) : resolve()));
  });
}
