import { createHash } from 'node:crypto';
import { chmod, mkdir, mkdtemp, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extract } from 'tar-stream';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { buildContext, hashBuildContext } from './build-context.ts';

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'slipway-context-'));
  await writeFile(join(directory, 'Dockerfile'), 'FROM scratch\n');
  await writeFile(join(directory, '.dockerignore'), '*\n!payload.tar\n!app\n');
  await writeFile(join(directory, 'payload.tar'), 'x'.repeat(100_000));
  await mkdir(join(directory, 'app/srv'), { recursive: true });
  await writeFile(join(directory, 'app/srv/run.sh'), '#!/bin/sh\n');
  await chmod(join(directory, 'app/srv/run.sh'), 0o775);
  await symlink('run.sh', join(directory, 'app/srv/link'));
  await mkdir(join(directory, 'config'));
  await writeFile(join(directory, 'config/secret.conf'), 'x');
});
afterEach(() => rm(directory, { recursive: true }));

it('holds what .dockerignore lets through, with plain owners and modes', async () => {
  const entries: string[] = [];
  const reader = buildContext(directory).pipe(extract());
  for await (const entry of reader) {
    const { name, mode, uid, linkname } = entry.header;
    entries.push(`${name} ${mode?.toString(8)} ${uid} ${linkname ?? ''}`.trim());
    entry.resume();
  }
  expect(entries).toEqual([
    'Dockerfile 644 0',
    'app 755 0',
    'app/srv 755 0',
    'app/srv/link 777 0 run.sh',
    'app/srv/run.sh 755 0',
    'payload.tar 644 0',
  ]);
});

it('has the same hash after a clone changed times and group bits, another after an edit', async () => {
  const before = await hashBuildContext(directory);
  await utimes(join(directory, 'Dockerfile'), 1, 1);
  await chmod(join(directory, 'payload.tar'), 0o664);
  expect(await hashBuildContext(directory)).toBe(before);
  await writeFile(join(directory, 'app/srv/run.sh'), '#!/bin/sh\nexit 1\n');
  expect(await hashBuildContext(directory)).not.toBe(before);
});

it("gives the application's files the time they had on the server, as long as they are unchanged", async () => {
  const sha256 = createHash('sha256').update('#!/bin/sh\n').digest('hex');
  const common = { type: 'file', place: 'app', mode: 0o755, uid: 0, gid: 0, size: 10, origin: 'unowned', reasons: [] };
  const entries = [{ ...common, path: '/srv/run.sh', sha256, mtime: 1_600_000_000 }];
  const evidence = { workload: 'w', base: { image: 'scratch', digest: '' }, entries, missingLibraries: [] };
  await writeFile(join(directory, 'evidence.json'), JSON.stringify(evidence));
  expect(await timeOf('app/srv/run.sh')).toBe(1_600_000_000_000);
  await writeFile(join(directory, 'app/srv/run.sh'), '#!/bin/sh\nexit 1\n');
  expect(await timeOf('app/srv/run.sh')).toBe(0);
});

async function timeOf(name: string): Promise<number | undefined> {
  let time: number | undefined;
  for await (const entry of buildContext(directory).pipe(extract())) {
    if (entry.header.name === name) time = entry.header.mtime?.getTime();
    entry.resume();
  }
  return time;
}

it('fails where there is no such folder', async () => {
  await expect(hashBuildContext(join(directory, 'nothing'))).rejects.toThrow('ENOENT');
});
