import type { Finding } from '../../../../shared/model/findings.ts';
import { findingOf, runningEvidence } from '../support/finding.ts';
import { basename } from '../support/paths.ts';
import type { ProcessTree } from '../support/process-tree.ts';
import { type KnownDaemon, knownDaemons } from './known-daemons.ts';

/** A known daemon by the name of its executable. */
export function detectDaemon(tree: ProcessTree): Finding | undefined {
  const known = knownDaemonOf(tree);
  if (known === undefined) return undefined;
  return findingOf(tree, {
    detector: 'daemon',
    stack: known.stack,
    grade: 'likely',
    evidence: runningEvidence(tree),
  });
}

export function knownDaemonOf({ root, unit }: ProcessTree): KnownDaemon | undefined {
  const program = root.exe ?? root.argv[0] ?? '';
  // `master` is many a program's name.
  if (basename(program) === 'master' && !program.includes('/postfix/')) return undefined;
  const names = [basename(program), unit?.name.replace(/\.service$/, '') ?? ''];
  return knownDaemons.find((daemon) => names.some((name) => daemon.program.test(name)));
}
