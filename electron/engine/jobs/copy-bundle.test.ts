import {
  chmodSync,
  constants,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openPromise } from 'yauzl';
import type { JobEvent } from '../../../shared/model/events.ts';
import { createBundleShelf } from '../bundle/bundle-shelf.ts';
import { copyToZip } from '../bundle/export/copy-zip.ts';
import { initRepository } from '../bundle/git.ts';
import { type ScratchBundle, scratchBundle } from '../bundle/testing/scratch-bundle.ts';
import { createJob } from '../remote/testing/job.ts';

const { copy } = createBundleShelf();
let bundle: ScratchBundle;
beforeEach(async () => {
  bundle = await scratchBundle();
  bundle.put('workloads/portal/app/run.sh', '#!/bin/sh\n');
  chmodSync(join(bundle.directory, 'workloads/portal/app/run.sh'), 0o755);
  symlinkSync('/etc/passwd', join(bundle.directory, 'workloads/portal/app/link'));
  bundle.put('secrets/portal.env', 'A=b');
  bundle.put('.slipway/facts.json', '{}');
  await initRepository(bundle.directory, 'First');
});
afterEach(() => bundle.remove());

const at = (name: string) => join(bundle.home, name);
const copyTo = (kind: 'folder' | 'zip', target: string, job = createJob()) =>
  copy({ directory: bundle.directory, kind, target }, job);

/** A job that is cancelled when its first file is copied. */
function cancelledJob() {
  const controller = new AbortController();
  const emit = (event: JobEvent) => {
    if (event.type === 'progress') controller.abort();
  };
  return { ...createJob({}, controller.signal), emit };
}

function expectCopy(root: string): void {
  const files = readdirSync(root, { recursive: true }).map(String);
  expect(files).toEqual(expect.arrayContaining(['slipway.yaml', 'secrets/secrets.manifest.yaml']));
  expect(files.join('\n')).not.toMatch(/portal\.env$|^\.slipway|^\.git$/m);
  expect(lstatSync(join(root, 'workloads/portal/app/run.sh')).mode & 0o777).toBe(0o755);
  expect(readlinkSync(join(root, 'workloads/portal/app/link'))).toBe('/etc/passwd');
}

describe('copy to a folder', { timeout: 60_000 }, () => {
  it('has what Git has', async () => {
    const { files, bytes } = await copyTo('folder', at('copy'));
    expectCopy(at('copy'));
    expect(files).toBe(bundle.git(['ls-files']).trim().split('\n').length);
    expect(bytes).toBeGreaterThan(1000);
  });

  it('takes an empty folder, and no other', async () => {
    mkdirSync(at('empty'));
    await copyTo('folder', at('empty'));
    expectCopy(at('empty'));
    await expect(copyTo('folder', at('empty'))).rejects.toMatchObject({ code: 'bundle.not-empty' });
  });

  it.each(['folder', 'zip'] as const)('leaves nothing when it is cancelled: %s', async (kind) => {
    const before = readdirSync(bundle.home);
    await expect(copyTo(kind, at('copy'), cancelledJob())).rejects.toMatchObject({ name: 'AbortError' });
    expect(readdirSync(bundle.home)).toEqual(before);
  });

  it.each(['folder', 'zip'] as const)('cannot lie in the project: %s', async (kind) => {
    await expect(copyTo(kind, join(bundle.directory, 'copy'))).rejects.toMatchObject({ code: 'usage' });
    await expect(copyTo(kind, bundle.directory)).rejects.toMatchObject({ code: 'usage' });
  });

  it.each(['folder', 'zip'] as const)('holds no secret that was pasted into a file: %s', async (kind) => {
    bundle.put('secrets/portal.env', 'PORTAL_TOKEN=tr0ub4dor-and-3-more\n');
    bundle.put('README.md', 'the token is tr0ub4dor-and-3-more');
    await expect(copyTo(kind, at('copy'))).rejects.toMatchObject({ code: 'bundle.invalid' });
    expect(existsSync(at('copy'))).toBe(false);
  });
});

describe('copy to a zip file', { timeout: 60_000 }, () => {
  it('has what Git has, with modes and links', async () => {
    await copyTo('zip', at('copy.zip'));
    await unpack(at('copy.zip'), at('unpacked'));
    expectCopy(at('unpacked'));
  });

  it('is the same bytes for the same files, and replaces an older one', async () => {
    await copyTo('zip', at('one.zip'));
    writeFileSync(at('two.zip'), 'PK, something older');
    for (const name of ['slipway.yaml', 'README.md']) utimesSync(join(bundle.directory, name), 1, 1);
    await copyTo('zip', at('two.zip'));
    expect(readFileSync(at('two.zip')).equals(readFileSync(at('one.zip')))).toBe(true);
  });

  it('keeps an older one when it is cancelled', async () => {
    writeFileSync(at('copy.zip'), 'PK, older');
    await expect(copyTo('zip', at('copy.zip'), cancelledJob())).rejects.toMatchObject({ name: 'AbortError' });
    expect(readFileSync(at('copy.zip'), 'utf8')).toBe('PK, older');
  });

  it('takes the place of no file that is none', async () => {
    writeFileSync(at('thesis.odt'), 'years of work');
    await expect(copyTo('zip', at('thesis.odt'))).rejects.toMatchObject({ code: 'bundle.not-empty' });
    expect(readFileSync(at('thesis.odt'), 'utf8')).toBe('years of work');
    writeFileSync(at('new.zip'), '');
    await copyTo('zip', at('new.zip'));
    expect(readFileSync(at('new.zip')).length).toBeGreaterThan(0);
  });

  it('fails where a file cannot be read, and leaves nothing', async () => {
    const file = { path: 'workloads', sizeBytes: 1, place: 'git' as const, reason: '' };
    const copied = () => undefined;
    const { signal } = new AbortController();
    await expect(copyToZip(bundle.directory, [file], at('copy.zip'), { signal, copied })).rejects.toThrow(/EISDIR/);
    const gone = { ...file, path: 'gone' };
    await expect(copyToZip(bundle.directory, [gone], at('copy.zip'), { signal, copied })).rejects.toThrow(/ENOENT/);
    expect(readdirSync(bundle.home)).toEqual(['bundle']);
  });

  it('is no folder', async () => {
    mkdirSync(at('folder'));
    await expect(copyTo('zip', at('folder'))).rejects.toMatchObject({ code: 'bundle.not-empty' });
  });
});

/** Unpacks with modes and links, as unzip(1) does. */
async function unpack(file: string, into: string): Promise<void> {
  const zip = await openPromise(file);
  for await (const entry of zip.eachEntry()) {
    const path = join(into, entry.fileName);
    const mode = entry.externalFileAttributes >>> 16;
    const content = await buffer(await zip.openReadStreamPromise(entry));
    mkdirSync(dirname(path), { recursive: true });
    if ((mode & constants.S_IFMT) === constants.S_IFLNK) symlinkSync(content.toString(), path);
    else writeFileSync(path, content, { mode });
  }
}
