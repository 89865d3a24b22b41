import { mkdirSync, writeFileSync } from 'node:fs';
import { test } from 'vitest';
import { probes } from './registry.ts';
import { composeScript, makeSecrets } from './script/compose.ts';
test('dump', () => {
  const dir = process.env.DUMP ?? '/tmp/sp/x';
  mkdirSync(dir, { recursive: true });
  const s = makeSecrets();
  const parts = Object.values(probes);
  writeFileSync(`${dir}/all.sh`, composeScript(parts, s));
  writeFileSync(`${dir}/none.sh`, composeScript([], s));
  for (const p of parts) writeFileSync(`${dir}/${p.name}.sh`, composeScript([p], s));
});
