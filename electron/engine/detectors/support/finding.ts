import type { Evidence, Finding, Grade } from '../../../../shared/model/findings.ts';
import { plural } from '../../../../shared/text/plural.ts';
import { sentence } from '../../../../shared/text/sentence.ts';
import type { ProcessTree } from './process-tree.ts';

/** A finding about a whole process tree. */
export function findingOf(
  tree: ProcessTree,
  claim: { detector: string; stack: string; grade: Grade; evidence: Evidence[] },
): Finding {
  return { ...claim, rootPid: tree.root.pid, pids: tree.members.map((member) => member.pid) };
}

/** What every detector has seen: what runs, and who started it. */
export function runningEvidence(tree: ProcessTree): Evidence[] {
  const { root, unit } = tree;
  const program = root.exe ?? root.argv[0] ?? root.comm;
  const runs = { observation: sentence`A process of ${root.user} runs ${program}.`, source: '/proc/PID/exe' };
  if (!unit) return [runs];
  return [
    runs,
    { observation: sentence`${unit.name} (Type=${unit.type}) starts it.`, source: unit.fragmentPath || unit.name },
  ];
}

/** That the configuration of a service was found, as so many files, the first of them `main`. */
export function configurationEvidence(files: number, main: string): Evidence {
  const observation = plural(files, {
    one: sentence`Its configuration has ${files} file.`,
    other: sentence`Its configuration has ${files} files.`,
  });
  return { observation, source: main };
}
