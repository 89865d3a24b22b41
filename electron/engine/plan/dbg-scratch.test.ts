import { readFileSync } from 'node:fs';
import { test } from 'vitest';
import { evaluateNginx } from '../detectors/nginx/evaluate.ts';
import { nginxSetupOf } from '../detectors/nginx/setup.ts';
import { openFacts } from '../detectors/support/server.ts';
import { applicationsOf } from './closure/application.ts';
import { chooseTrees } from './group/choose-trees.ts';

test('x', () => {
  const s = openFacts(JSON.parse(readFileSync('/tmp/pl/nginx-php.facts.json', 'utf8')));
  const e = evaluateNginx(s, '/etc/nginx/nginx.conf');
  console.log(
    e.files,
    e.unread,
    e.directives
      .filter((d) => /log|upstream|pass|server/.test(d.name))
      .map((d) => [d.name, d.args, d.blocks.map((b) => b.name).join('>')].join(' ')),
  );
  console.log(nginxSetupOf(e, '/etc/nginx/nginx.conf').peers);
  const c = openFacts(JSON.parse(readFileSync('/tmp/pl/cppdaemon.facts.json', 'utf8')));
  for (const t of chooseTrees(c, {}).chosen)
    console.log(
      t.tree.members.map((m) => [m.exe, m.argv, m.cwd]),
      applicationsOf(c, t.tree, []),
    );
});
