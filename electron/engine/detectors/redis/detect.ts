import type { Finding } from '../../../../shared/model/findings.ts';
import { sentence } from '../../../../shared/text/sentence.ts';
import { findingOf, runningEvidence } from '../support/finding.ts';
import { basename } from '../support/paths.ts';
import type { ProcessTree } from '../support/process-tree.ts';
import type { Server } from '../support/server.ts';
import { redisSetupOf } from './setup.ts';

const programs = /^(redis|valkey|keydb)(-server|-check-rdb)$/;

/** Redis by its executable (on Debian a link of redis-check-rdb's), made certain by its configuration. */
export function detectRedis(server: Server, tree: ProcessTree): Finding | undefined {
  const { exe, comm } = tree.root;
  if (!programs.test(basename(exe ?? '')) && !/^(redis|valkey|keydb)-server$/.test(comm)) return undefined;
  const setup = redisSetupOf(server, tree);
  const evidence = runningEvidence(tree);
  if (setup.main !== undefined && setup.files.length > 0) {
    evidence.push({ observation: sentence`It is configured to listen on port ${setup.port}.`, source: setup.main });
  }
  return findingOf(tree, {
    detector: 'redis',
    stack: 'redis',
    grade: setup.files.length > 0 ? 'certain' : 'likely',
    evidence,
  });
}
