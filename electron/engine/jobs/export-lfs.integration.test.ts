import { existsSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { absentPayloads } from '../bundle/absent-payloads.ts';
import { type ScratchBundle, scratchBundle } from '../bundle/testing/scratch-bundle.ts';
import { plan } from '../generate/__fixtures__/plans.ts';
import { createJob } from '../remote/testing/job.ts';
import { exportBundle } from './export.ts';

const payload = 'workloads/portal/payload.tar';
let bundle: ScratchBundle;
beforeEach(async () => {
  bundle = await scratchBundle();
  vi.stubEnv('GIT_CONFIG_GLOBAL', join(bundle.home, 'gitconfig'));
  writeFileSync(join(bundle.home, 'gitconfig'), '');
  bundle.git(['init', '--quiet', '--bare', '--initial-branch=main', 'remote.git'], '.');
});
afterEach(() => {
  vi.unstubAllEnvs();
  bundle.remove();
});

const send = () =>
  exportBundle({ directory: bundle.directory, url: `file://${bundle.home}/remote.git`, branch: 'main' }, createJob());
const grow = () => {
  bundle.put(payload, '');
  truncateSync(join(bundle.directory, payload), 100 * 1024 * 1024 + 1);
};

// What happens where there is no Git LFS is tested in export.test.ts.
describe('a large payload where Git LFS is set up', () => {
  it.each(['from the first commit on', 'from a later one on'])('goes through it %s', async (when) => {
    bundle.git(['lfs', 'install'], '.');
    if (when === 'from a later one on') {
      bundle.put(payload, 'small');
      await send();
    }
    grow();
    await send();
    const pointer = bundle.git(['show', `main:${payload}`], 'remote.git');
    const [, hash = ''] = /^oid sha256:(\w+)$/m.exec(pointer) ?? [];
    expect(existsSync(join(bundle.home, 'remote.git/lfs/objects', hash.slice(0, 2), hash.slice(2, 4), hash))).toBe(
      true,
    );
    expect(bundle.git(['status', '--porcelain'])).toBe('');
    vi.stubEnv('GIT_LFS_SKIP_SMUDGE', '1');
    bundle.git(['clone', '--quiet', 'remote.git', 'clone'], '.');
    const [absent] = await absentPayloads(join(bundle.home, 'clone'), plan());
    expect(absent?.lock).toEqual({ sha256: hash, size: 100 * 1024 * 1024 + 1 });
  });
});
