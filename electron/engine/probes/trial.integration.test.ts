import { test } from 'vitest';
import { writeFileSync } from 'node:fs';
import { factsSchema } from '../../../shared/model/facts.ts';
import { scan } from './scan.ts';
import { probes } from './registry.ts';
import { runParts } from './wire/run.ts';
import { localShell } from './testing/local-shell.ts';
import { testJob } from './testing/job.ts';
test('try', async () => {
  const argv = (process.env['TRY'] ?? 'sh').split(' ');
  const host = localShell(argv);
  const t = Date.now();
  const facts = await scan(host, testJob());
  console.log(Date.now() - t, 'ms', host.received(), 'bytes');
  writeFileSync(process.env['OUT'] ?? '/tmp/facts.json', JSON.stringify(facts, null, 1));
  factsSchema.parse(facts);
  console.log(Object.entries(facts).map(([k, v]) => k + ' ' + (Array.isArray(v) ? v.length : JSON.stringify(v).slice(0, 300))).join('\n'));
  console.log(facts.gaps.slice(0,12).map(g=>JSON.stringify(g)).join('\n'));
  if (process.env['PROFILE']) for (const p of Object.values(probes)) { const t = Date.now(); const r = await runParts(host, [p], {signal: new AbortController().signal}); console.log(p.name, Date.now()-t, r.received, r.frames[0]?.body.length); }
});
