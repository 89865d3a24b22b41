import type { WorkloadPart } from '../../detectors/support/part.ts';
import type { ProcessTree } from '../../detectors/support/process-tree.ts';
import type { Server } from '../../detectors/support/server.ts';
import { applicationsOf, fromApplications } from './application.ts';
import { type Draft, emptyDraft, joinDrafts } from './draft.ts';
import { fromProcesses } from './from-processes.ts';
import { fromLanguages } from './languages.ts';
import { fromOpenFiles } from './open-files.ts';
import { placePath } from './place-path.ts';
import { fromStateDirectories } from './state-directories.ts';
import { fromSurroundings } from './surroundings.ts';

export interface Closure extends Draft {
  applications: string[];
}

/** Everything a workload needs, by every source of evidence, unsorted and with repetitions. */
export function closeWorkload(server: Server, tree: ProcessTree, part: WorkloadPart, stack: string): Closure {
  const applications = applicationsOf(server, tree, part.applications);
  const own: Draft = {
    ...emptyDraft(),
    packages: part.packages,
    include: part.include,
    config: part.config,
    data: part.data,
    logs: part.logs,
  };
  const seen = joinDrafts([
    own,
    fromProcesses(server, tree),
    fromOpenFiles(server, tree, applications),
    fromLanguages(server, tree),
    fromApplications(server, applications),
    fromStateDirectories(server, tree, stack),
    ...part.mentions.map(({ path, reason }) => placePath(server, path, reason)),
  ]);
  return { ...joinDrafts([seen, fromSurroundings(server, tree, stack, seen.include)]), applications };
}
