import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { test } from 'vitest';
import { stringify } from 'yaml';
import { planSchema } from '../../../shared/model/plan.ts';
import { enrich } from '../probes/enrich.ts';
import { scan } from '../probes/scan.ts';
import { localShell } from '../probes/testing/local-shell.ts';
import { makePlan } from './make-plan.ts';

test('try', async () => {
  const name = process.env['NAME'] ?? 'portal';
  const host = localShell((process.env['TRY'] ?? '/tmp/pl/sshsh').split(' '));
  const job = { signal: new AbortController().signal, emit: () => {}, ask: async () => undefined };
  const cache = `/tmp/pl/${name}.facts.json`;
  let facts = existsSync(cache) ? JSON.parse(readFileSync(cache, 'utf8')) : await scan(host, job);
  for (let i = 0; i < 5; i++) {
    const { plan, wants } = makePlan(facts, {});
    console.log(
      'round',
      i,
      'wants',
      wants.length,
      wants.slice(0, i > 1 ? 30 : 5).map((w) => `${w.kind} ${w.path}`),
    );
    planSchema.parse(plan);
    writeFileSync(`/tmp/pl/${name}.yaml`, stringify(plan));
    if (wants.length === 0 || process.env['OFFLINE']) break;
    facts = await enrich(host, facts, [...wants, { kind: 'config', path: '/etc/shadow' }], job);
  }
  writeFileSync(cache, JSON.stringify(facts));
}, 120000);
