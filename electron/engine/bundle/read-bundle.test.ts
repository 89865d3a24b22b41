import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { evidence, plan, richWorkload } from '../generate/__fixtures__/plans.ts';
import { generateWorkload } from '../generate/workload-files.ts';
import { serialisePlan } from './plan-file.ts';
import { readBundle } from './read-bundle.ts';
import { writeFiles } from './write-files.ts';

let root: string;
const written = plan([richWorkload()]);
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'read-'));
  const files = generateWorkload({ plan: written, workload: richWorkload(), evidence: evidence() });
  await writeFiles(root, new Map([...files].map(([path, file]) => [`workloads/portal/${path}`, file])));
  await writeFile(join(root, 'slipway.yaml'), serialisePlan(written));
});
afterEach(() => rm(root, { recursive: true }));

describe('readBundle', () => {
  it('gives back plan and evidence', async () => {
    expect(await readBundle(root)).toEqual({ plan: written, evidence: new Map([['portal', evidence()]]) });
  });

  it.each([
    ['slipway.yaml', 'x: ['],
    ['workloads/portal/evidence.json', '{'],
    ['workloads/portal/evidence.json', '{"workload": 1}'],
  ])('names %s where it is broken', async (path, content) => {
    await writeFile(join(root, path), content);
    await expect(readBundle(root)).rejects.toMatchObject({
      code: 'bundle.invalid',
      message: expect.stringContaining(path),
    });
  });

  it('says that a folder is no bundle', async () => {
    await rm(join(root, 'slipway.yaml'));
    await expect(readBundle(root)).rejects.toMatchObject({
      code: 'bundle.invalid',
      hint: expect.stringContaining('slipway'),
    });
  });

  it('lets the name of a workload lead nowhere else', async () => {
    const text = serialisePlan(written).replace('- name: portal', '- name: ../../etc');
    await writeFile(join(root, 'slipway.yaml'), text);
    await expect(readBundle(root)).rejects.toMatchObject({ code: 'bundle.invalid' });
  });
});
