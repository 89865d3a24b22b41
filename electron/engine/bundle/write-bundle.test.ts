import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { plan } from '../generate/__fixtures__/plans.ts';
import { generateBundle } from '../generate/bundle-files.ts';
import type { JobContext } from '../job-context.ts';
import { openStaging } from './staging.ts';
import { writeBundle } from './write-bundle.ts';

let home: string;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'write-bundle-'));
});
afterEach(() => rm(home, { recursive: true }));

const files = generateBundle({ plan: plan(), evidence: new Map(), images: new Map(), packages: [] });

function jobOf(signal: AbortSignal): JobContext {
  return { signal, emit: () => undefined, ask: async () => undefined };
}

async function stage() {
  const staging = await openStaging(join(home, 'bundle'));
  await mkdir(join(staging.path, 'secrets/portal/etc'), { recursive: true });
  await writeFile(join(staging.path, 'secrets/portal/etc/key'), 'secret-content', { mode: 0o600 });
  await writeFile(join(staging.path, 'secrets/portal.env'), 'A=secret-content');
  return staging;
}

describe('writeBundle', () => {
  it('puts a committed bundle in its place, whose secrets a container can read and no neighbour', async () => {
    const secrets = [{ name: 'key', content: 'secret-content' }];
    await writeBundle(
      { staging: await stage(), files, secrets, message: 'First' },
      jobOf(new AbortController().signal),
    );
    expect(await readdir(home)).toEqual(['bundle']);
    expect(await readdir(join(home, 'bundle'))).toEqual(
      expect.arrayContaining(['.git', 'compose.yaml', 'slipway.yaml']),
    );
    const mode = async (path: string) => (await stat(join(home, 'bundle', path))).mode & 0o777;
    expect(await mode('secrets')).toBe(0o700);
    expect(await mode('secrets/portal/etc/key')).toBe(0o644);
    expect(await mode('secrets/portal.env')).toBe(0o600);
  });

  it('leaves nothing when a secret is where it must not be', async () => {
    const secrets = [{ name: 'title', content: 'docker compose' }];
    const request = { staging: await stage(), files, secrets, message: 'First' };
    await expect(writeBundle(request, jobOf(new AbortController().signal))).rejects.toMatchObject({
      code: 'bundle.invalid',
    });
    expect(await readdir(home)).toEqual([]);
  });

  it('leaves nothing after a cancellation', async () => {
    const request = { staging: await stage(), files, secrets: [], message: 'First' };
    await expect(writeBundle(request, jobOf(AbortSignal.abort(new Error('cancelled'))))).rejects.toThrow('cancelled');
    expect(await readdir(home)).toEqual([]);
  });
});
