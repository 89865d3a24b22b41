import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStaging } from './staging.ts';

let home: string;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'staging-'));
});
afterEach(() => rm(home, { recursive: true }));

describe.each([
  ['is not there', async () => join(home, 'new', 'bundle')],
  [
    'is there and empty',
    async () => {
      await mkdir(join(home, 'bundle'));
      return join(home, 'bundle');
    },
  ],
])('openStaging where the target %s', (_, target) => {
  it('shows nothing before the commit and everything after it', async () => {
    const directory = await target();
    const before = await readdir(home, { recursive: true });
    const staging = await openStaging(directory);
    await mkdir(join(staging.path, 'workloads'));
    await writeFile(join(staging.path, 'workloads', 'x'), 'content');
    await writeFile(join(staging.path, '.hidden'), '');
    expect((await readdir(home)).filter((name) => !name.startsWith('.') && !before.includes(name))).not.toContain(
      'workloads',
    );
    await staging.commit();
    await staging.discard();
    expect((await readdir(directory)).sort()).toEqual(['.hidden', 'workloads']);
    expect(await readFile(join(directory, 'workloads', 'x'), 'utf8')).toBe('content');
    expect((await readdir(dirname(directory))).filter((name) => name.includes('slipway'))).toEqual([]);
  });

  it('leaves nothing behind when it is discarded, not even under closed directories', async () => {
    const directory = await target();
    const before = await readdir(home, { recursive: true });
    const staging = await openStaging(directory);
    await mkdir(join(staging.path, 'closed'));
    await writeFile(join(staging.path, 'closed', 'x'), '');
    await chmod(join(staging.path, 'closed'), 0o500);
    await staging.discard();
    expect(await readdir(home, { recursive: true })).toEqual(before);
  });

  it('does not overwrite what somebody else put there in the meantime', async () => {
    const directory = await target();
    const staging = await openStaging(directory);
    await mkdir(directory, { recursive: true });
    await writeFile(join(directory, 'theirs'), 'theirs');
    await expect(staging.commit()).rejects.toMatchObject({ code: 'bundle.not-empty' });
    await staging.discard();
    expect(await readdir(directory)).toEqual(['theirs']);
  });
});

describe('openStaging', () => {
  it('refuses a directory that holds something', async () => {
    await writeFile(join(home, 'x'), '');
    await expect(openStaging(home)).rejects.toMatchObject({ code: 'bundle.not-empty' });
  });

  it('refuses a file', async () => {
    await writeFile(join(home, 'x'), '');
    await expect(openStaging(join(home, 'x'))).rejects.toMatchObject({ code: 'bundle.not-empty' });
  });

  it('says where it may not write', async () => {
    await expect(openStaging('/sys/bundle')).rejects.toMatchObject({ code: 'disk.denied' });
  });

  it('gives the bundle the modes of an ordinary folder', async () => {
    const staging = await openStaging(join(home, 'bundle'));
    await staging.commit();
    expect((await stat(join(home, 'bundle'))).mode & 0o777).toBe(0o777 & ~process.umask());
  });
});
