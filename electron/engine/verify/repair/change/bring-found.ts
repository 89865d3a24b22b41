import type { FileFact } from '../../../../../shared/model/facts.ts';
import type { Workload } from '../../../../../shared/model/plan.ts';
import { sentence } from '../../../../../shared/text/sentence.ts';
import type { Diagnosis, Failure } from '../failure.ts';
import { addPackages } from './add-package.ts';
import { addPath } from './add-path.ts';
import { letIn, patternsHiding } from './let-in.ts';

/**
 * The cure for a file that the container lacks and the server has. Where the plan leaves it out by a pattern, the pattern
 * goes. Else it comes with the whole package it belongs to, whose files need one another, and with what that needs, or
 * alone where no package owns it or its whole package is in the plan already.
 */
export function bringFound(symptom: string, fact: FileFact, failure: Failure, workload: Workload): Diagnosis {
  const hiding = patternsHiding(workload, fact.path);
  if (hiding.length > 0) {
    const change = sentence`${fact.path} is no longer left out by ${hiding.join(', ')}.`;
    return { kind: 'diagnosis', symptom, change, apply: (one) => letIn(one, hiding) };
  }
  const reason = sentence`The container missed it: ${symptom}`;
  const version = fact.package === undefined ? undefined : failure.serverPackages.get(fact.package);
  const listed = workload.files.packages.some((one) => one.name === fact.package && one.onlyFor === undefined);
  if (fact.package !== undefined && version !== undefined && !listed) {
    const name = fact.package;
    return {
      kind: 'diagnosis',
      symptom,
      change: sentence`The package ${name} ${version}, which brings ${fact.path} on the server, is added to the image with what it depends on.`,
      apply: (one) => addPackages(one, failure.packagesWith(name, reason)),
    };
  }
  return {
    kind: 'diagnosis',
    symptom,
    change: addPath(workload, fact, reason).done,
    apply: (one) => addPath(one, fact, reason).workload,
  };
}

/** What is known of several paths: the first that the server has, or those that nobody looked at yet. */
export function lookFor(
  paths: readonly string[],
  failure: Failure,
): { found: FileFact | undefined; unknown: string[] } {
  const unknown = paths.filter((path) => failure.serverFiles(path) === undefined);
  const present = paths.map((path) => failure.serverFiles(path)).find((fact) => fact && fact.type !== 'missing');
  return { found: present, unknown };
}
