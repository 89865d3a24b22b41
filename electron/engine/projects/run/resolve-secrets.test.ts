import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { plan, workload } from '../../generate/__fixtures__/plans.ts';
import { resolveSecrets } from './resolve-secrets.ts';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'slipway-secrets-'));
  await mkdir(join(root, 'secrets'));
});
afterEach(() => rm(root, { recursive: true }));

const secret = (variable: string) => ({ kind: 'env' as const, name: variable.toLowerCase(), variable, reason: '' });

it('takes the server’s values, also of what was plain there, else the project’s, and of nothing else', async () => {
  await writeFile(join(root, 'secrets/portal.env'), "TOKEN='mine'\nOWN='kept'\nUNUSED='x'\n");
  const environment = [
    { name: 'DSN', value: 'plain on the server', reason: '' },
    { name: 'LANG', value: 'C', reason: '' },
  ];
  const decided = {
    plan: plan([workload({ environment })]),
    secretValues: new Map([['portal', new Map([['TOKEN', 't1']])]]),
  };
  const wanted = plan([workload({ secrets: ['TOKEN', 'DSN', 'OWN', 'NOBODY_KNOWS'].map(secret) })]);
  expect([...((await resolveSecrets(root, wanted, decided)).get('portal') ?? [])]).toEqual([
    ['TOKEN', 't1'],
    ['DSN', 'plain on the server'],
    ['OWN', 'kept'],
  ]);
});
