import { mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { exists, ifThere, readIfThere } from './if-there.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'slipway-disk-'));
  await writeFile(join(folder, 'file'), 'text');
});
afterEach(() => rm(folder, { recursive: true }));

test('what is there is given', async () => {
  expect(await readIfThere(join(folder, 'file'))).toBe('text');
  expect(await ifThere(readdir(folder))).toEqual(['file']);
});

test('a name that is not there, or lies below a file, gives undefined', async () => {
  expect(await readIfThere(join(folder, 'none'))).toBeUndefined();
  expect(await readIfThere(join(folder, 'file', 'below'))).toBeUndefined();
});

test('every other failure is told', async () => {
  await expect(readIfThere(folder)).rejects.toMatchObject({ code: 'EISDIR' });
});

test('a link that leads nowhere does not exist', async () => {
  await symlink('nowhere', join(folder, 'link'));
  expect(await exists(join(folder, 'file'))).toBe(true);
  expect(await exists(join(folder, 'link'))).toBe(false);
});
