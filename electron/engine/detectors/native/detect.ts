import type { Finding } from '../../../../shared/model/findings.ts';
import { findingOf, runningEvidence } from '../support/finding.ts';
import type { ProcessTree } from '../support/process-tree.ts';

/** Any executable: the fallback, so `likely` at best and never in the way of a detector that knows more. */
export function detectNative(tree: ProcessTree): Finding | undefined {
  const { exe, argv } = tree.root;
  if (exe === undefined && argv.length === 0) return undefined;
  const grade = exe === undefined ? 'possible' : 'likely';
  return findingOf(tree, { detector: 'native', stack: 'native', grade, evidence: runningEvidence(tree) });
}
