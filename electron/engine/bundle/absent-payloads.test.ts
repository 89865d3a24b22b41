import { afterEach, beforeEach, expect, it } from 'vitest';
import { plan } from '../generate/__fixtures__/plans.ts';
import { absentPayloads, requirePayloads } from './absent-payloads.ts';
import { type ScratchBundle, scratchBundle } from './testing/scratch-bundle.ts';

let bundle: ScratchBundle;
beforeEach(async () => {
  bundle = await scratchBundle();
});
afterEach(() => bundle.remove());

const sha256 = 'ab'.repeat(32);
const [name = ''] = plan().workloads.map((workload) => workload.name);
const payload = `workloads/${name}/payload.tar`;
const one = async () => (await absentPayloads(bundle.directory, plan())).find(({ workload }) => workload === name);

it('knows what a missing payload was', async () => {
  expect(await one()).toEqual({ workload: name, path: payload, lock: undefined });
  bundle.put(`workloads/${name}/payload.lock`, JSON.stringify({ sha256, size: 5 }));
  expect(await one()).toEqual({ workload: name, path: payload, lock: { sha256, size: 5 } });
  await expect(requirePayloads(bundle.directory, plan())).rejects.toMatchObject({
    code: 'bundle.invalid',
    hint: expect.stringContaining('--from'),
  });
});

it('takes a pointer of Git LFS for no payload', async () => {
  bundle.put(payload, `version https://git-lfs.github.com/spec/v1\noid sha256:${sha256}\nsize 12345\n`);
  expect(await one()).toMatchObject({ lock: { sha256, size: 12_345 } });
});

it('is content with a payload, an empty one too', async () => {
  bundle.put(payload, '');
  expect(await one()).toBeUndefined();
});

it('says that a lock is damaged', async () => {
  bundle.put(`workloads/${name}/payload.lock`, '{"sha256":"x"}');
  await expect(one()).rejects.toMatchObject({ code: 'bundle.invalid' });
});
