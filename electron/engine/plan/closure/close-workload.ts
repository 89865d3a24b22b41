import type { Finding } from '../../../../shared/model/findings.ts';
import type { WorkloadPart } from '../../detectors/support/part.ts';
import type { ProcessTree } from '../../detectors/support/process-tree.ts';
import type { Server } from '../../detectors/support/server.ts';
import { prepareOf } from '../workload/prepare.ts';
import { applicationsOf, fromApplications } from './application.ts';
import { companionsOf } from './companions.ts';
import { type Draft, emptyDraft, joinDrafts } from './draft.ts';
import { fromCommands } from './from-commands.ts';
import { fromProcesses } from './from-processes.ts';
import { fromLanguages } from './languages.ts';
import { logDirectoriesOf } from './log-directories.ts';
import { fromNamedPaths, namedPathsOf, runDirectoriesOf } from './named-paths.ts';
import { fromOpenFiles } from './open-files.ts';
import { fromPackageConfiguration } from './package-configuration.ts';
import { placePath } from './place-path.ts';
import { fromStateDirectories } from './state-directories.ts';
import { fromSurroundings } from './surroundings.ts';
import { writtenDirectoriesOf } from './written-directories.ts';

export interface Closure extends Draft {
  applications: string[];
  /** Empty ones that somebody makes before the service starts: for pid files, sockets, logs. */
  directories: { path: string; reason: string }[];
}

/** A detector that knows the technology knows its configuration as well. */
const fallbacks = /^(native|daemon|script)$/;

/** Everything a workload needs, by every source of evidence, unsorted and with repetitions. */
export function closeWorkload(
  server: Server,
  tree: ProcessTree,
  part: WorkloadPart,
  { detector, stack }: Pick<Finding, 'detector' | 'stack'>,
): Closure {
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
    fromCommands(server, commandsOf(tree, part)),
    ...(/^(native|daemon)$/.test(detector) ? [companionsOf(server, tree)] : []),
    fromOpenFiles(server, tree, applications),
    fromLanguages(server, tree),
    fromApplications(server, applications),
    fromStateDirectories(server, tree, stack),
    ...part.mentions.map(({ path, reason }) => placePath(server, path, reason)),
  ]);
  const isKnown = !fallbacks.test(detector);
  const configured = isKnown ? seen : joinDrafts([seen, fromPackageConfiguration(server, tree)]);
  const first = isKnown ? [] : namedPathsOf(server, tree, configured.config);
  // A configuration that only the program names may name further files.
  const named = isKnown ? [] : [...first, ...namedPathsOf(server, tree, fromNamedPaths(server, tree, first).config)];
  const drafts = [
    configured,
    fromNamedPaths(server, tree, named),
    fromSurroundings(server, tree, stack, configured.include),
  ];
  const closed = joinDrafts(drafts);
  const written = writtenDirectoriesOf(server, tree, applications, closed.include);
  const directories = [...runDirectoriesOf(named), ...logDirectoriesOf(server, tree, closed.config)];
  return { ...closed, data: [...closed.data, ...written], applications, directories };
}

/** What the container is to run; the service's own program is known from its process. */
function commandsOf(tree: ProcessTree, part: WorkloadPart): string[][] {
  const commands = [part.command, ...(part.prepare ?? prepareOf(tree))];
  return commands.filter(([program]) => program !== tree.root.exe);
}
