import type { Finding } from '../../../../shared/model/findings.ts';
import { sentence } from '../../../../shared/text/sentence.ts';
import { findingOf, runningEvidence } from '../support/finding.ts';
import { basename } from '../support/paths.ts';
import type { ProcessTree } from '../support/process-tree.ts';
import type { Server } from '../support/server.ts';
import { locatePhpFpm } from './locate.ts';
import { phpFpmSetupOf } from './setup.ts';

/** php-fpm by its executable, made certain by its pools. */
export function detectPhpFpm(server: Server, tree: ProcessTree): Finding | undefined {
  const { exe, argv } = tree.root;
  const isPhpFpm =
    exe === undefined
      ? (argv[0] ?? '').startsWith('php-fpm: master process')
      : /^php\d*-?fpm[\d.]*$/.test(basename(exe));
  if (!isPhpFpm) return undefined;
  const start = locatePhpFpm(tree);
  const { pools } = phpFpmSetupOf(server, start.main, start.prefix);
  const evidence = runningEvidence(tree);
  evidence.push(
    ...pools.map((pool) => ({
      observation: sentence`Pool ${pool.name} listens on ${pool.listen}.`,
      source: start.main,
    })),
  );
  return findingOf(tree, {
    detector: 'php-fpm',
    stack: 'php-fpm',
    grade: pools.length > 0 ? 'certain' : 'likely',
    evidence,
  });
}
