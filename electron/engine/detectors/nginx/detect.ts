import type { Finding } from '../../../../shared/model/findings.ts';
import { configurationEvidence, findingOf, runningEvidence } from '../support/finding.ts';
import { basename } from '../support/paths.ts';
import type { ProcessTree } from '../support/process-tree.ts';
import type { Server } from '../support/server.ts';
import { evaluateNginx } from './evaluate.ts';
import { locateNginx } from './locate.ts';

/** An nginx (or OpenResty, which is one) by its executable, made certain by its configuration. */
export function detectNginx(server: Server, tree: ProcessTree): Finding | undefined {
  const { exe, argv } = tree.root;
  const isNginx =
    exe === undefined ? /^nginx: master process/.test(argv[0] ?? '') : /^(nginx|openresty|angie)$/.test(basename(exe));
  if (!isNginx) return undefined;
  const { main } = locateNginx(tree);
  const { files } = evaluateNginx(server, main);
  const evidence = runningEvidence(tree);
  if (files.length > 0) evidence.push(configurationEvidence(files.length, main));
  return findingOf(tree, {
    detector: 'nginx',
    stack: 'nginx',
    grade: files.length > 0 ? 'certain' : 'likely',
    evidence,
  });
}
