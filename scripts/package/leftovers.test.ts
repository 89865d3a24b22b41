import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { removeLeftovers } from './leftovers.ts';

it('leaves of an Electron what a release has', async () => {
  const electron = await mkdtemp(join(tmpdir(), 'slipway-leftovers-test-'));
  try {
    await mkdir(join(electron, 'resources', 'app'), { recursive: true });
    for (const name of ['.ready', 'electron', 'resources/app/main.js', 'resources/inspector']) {
      await writeFile(join(electron, name), '');
    }
    await removeLeftovers(electron);
    expect((await readdir(electron, { recursive: true })).sort()).toEqual([
      'electron',
      'resources',
      'resources/inspector',
    ]);
  } finally {
    await rm(electron, { recursive: true, force: true });
  }
});
