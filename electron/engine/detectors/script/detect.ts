import type { Finding } from '../../../../shared/model/findings.ts';
import { sentence } from '../../../../shared/text/sentence.ts';
import { findingOf, runningEvidence } from '../support/finding.ts';
import type { Language } from '../support/languages/language.ts';
import { languageOf } from '../support/languages/registry.ts';
import type { ProcessTree } from '../support/process-tree.ts';
import { callOf } from './command-line.ts';

/** A program under an interpreter: the executable says which, the arguments say what. */
export function detectScript(tree: ProcessTree): Finding | undefined {
  const language = interpreterOf(tree);
  if (!language) return undefined;
  const { called } = callOf(tree, language);
  const evidence = runningEvidence(tree);
  if (called) evidence.push({ observation: sentence`${language.title} runs ${called}.`, source: '/proc/PID/cmdline' });
  const grade = tree.root.exe === undefined ? 'possible' : 'likely';
  return findingOf(tree, { detector: 'script', stack: language.id, grade, evidence });
}

/** The language of the tree's first process; what may not be read from /proc stands in its arguments. */
export function interpreterOf(tree: ProcessTree): Language | undefined {
  return languageOf(tree.root.exe ?? tree.root.argv[0] ?? '');
}
