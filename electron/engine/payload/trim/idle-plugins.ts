import { posix } from 'node:path';
import type { Workload } from '../../../../shared/model/plan.ts';

/**
 * Whether a file is a plug-in that the service has not loaded, by the plan's `files.plugins`. One that the plan names by
 * itself, be it by a repair, is there to be loaded.
 */
export function idlePluginRule({ strategy, files }: Workload): (path: string) => boolean {
  // The package manager brings a package with all that it depends on, whatever is loaded.
  const plugins = strategy === 'packages' ? [] : (files.plugins ?? []);
  const asked = new Set(files.include.flatMap(({ path, scope }) => (scope === 'file' ? path : [])));
  const loaded = new Map(plugins.map((entry) => [entry.directory, new Set(entry.loaded)]));
  return (path) => {
    const here = loaded.get(posix.dirname(path));
    return here !== undefined && path.endsWith('.so') && !here.has(posix.basename(path)) && !asked.has(path);
  };
}
