import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { listDirectory } from './list-directory.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'slipway-list-'));
});
afterEach(() => rm(folder, { recursive: true }));

it('lists folders first, tells projects, and leaves hidden names out until they are asked for', async () => {
  for (const name of ['zebra', 'portal', '.ssh']) await mkdir(join(folder, name));
  for (const name of ['portal/slipway.yaml', 'a.txt']) await writeFile(join(folder, name), '');
  await symlink('/no/such/place', join(folder, 'broken'));
  const { entries, parent, truncated } = await listDirectory(folder, false);
  expect(entries).toEqual([
    { name: 'portal', path: join(folder, 'portal'), kind: 'directory', project: true },
    { name: 'zebra', path: join(folder, 'zebra'), kind: 'directory', project: false },
    { name: 'a.txt', path: join(folder, 'a.txt'), kind: 'file', project: false },
  ]);
  expect({ parent, truncated }).toEqual({ parent: tmpdir(), truncated: false });
  expect((await listDirectory(folder, true)).entries.map(({ name }) => name)).toContain('.ssh');
});

it('has no parent at the top', async () => {
  expect(await listDirectory('/', false)).not.toHaveProperty('parent');
});

it('says so where the folder cannot be read', async () => {
  await expect(listDirectory(join(folder, 'gone'), false)).rejects.toMatchObject({ code: 'disk.denied' });
});
