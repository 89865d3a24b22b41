import { mkdirSync, writeFileSync } from 'node:fs';
import { test } from 'vitest';
import { groups, partOf } from './registry.ts';
import { composeScript, makeSecrets } from './script/compose.ts';

test('dump', () => {
  const dir = process.env.DUMP ?? '/tmp/sp/x';
  mkdirSync(dir, { recursive: true });
  const s = makeSecrets();
  const parts = groups.map(partOf);
  writeFileSync(`${dir}/all.sh`, composeScript(parts, s));
  writeFileSync(`${dir}/none.sh`, composeScript([], s));
  for (const g of groups) writeFileSync(`${dir}/${partOf(g).name}.sh`, composeScript([partOf(g)], s));
});
