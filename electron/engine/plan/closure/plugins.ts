import type { Workload } from '../../../../shared/model/plan.ts';
import { sentence } from '../../../../shared/text/sentence.ts';
import { sorted } from '../../detectors/support/lists.ts';
import type { WorkloadPart } from '../../detectors/support/part.ts';
import { basename, dirname } from '../../detectors/support/paths.ts';
import type { ProcessTree } from '../../detectors/support/process-tree.ts';
import { isLoaderDirectory } from './libraries.ts';

type Plugins = NonNullable<Workload['files']['plugins']>;

/**
 * Where the service's plug-ins lie and which of them are open, for a service whose detector knows that it opens them
 * only when it starts. The directories are those of mapped files, since a configuration may name them through links.
 * Empty where no such plug-in is seen mapped, as without the right to look: then nothing is known of any.
 */
export function pluginsOf(tree: ProcessTree, { paths, reason }: WorkloadPart['startPlugins']): Plugins {
  const configured = new Set(paths.map(basename));
  const mapped = [...new Set(tree.members.flatMap((member) => member.mappedFiles))];
  const seen = mapped.filter((path) => configured.has(basename(path)) && !isLoaderDirectory(dirname(path)));
  return sorted(seen.map(dirname)).map((directory) => {
    const open = mapped.filter((path) => dirname(path) === directory).map(basename);
    return { directory, loaded: sorted([...open, ...configured]), reason };
  });
}

/** What a person should know of plug-ins that are not open. */
export function pluginNotes(plugins: Plugins): string[] {
  // Short enough to be shown whole.
  return plugins.map(
    ({ directory }) =>
      sentence`To load more of ${directory}, remove it from files.plugins: unloaded ones lack libraries.`,
  );
}
