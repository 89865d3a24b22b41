import type { Listener } from '../../../../shared/model/facts.ts';
import type { Workload } from '../../../../shared/model/plan.ts';
import { sentence } from '../../../../shared/text/sentence.ts';
import { uniqueBy } from '../../detectors/support/lists.ts';
import type { WorkloadPart } from '../../detectors/support/part.ts';
import { dirname } from '../../detectors/support/paths.ts';
import { canonicalRun } from '../../detectors/support/pid-file.ts';
import type { ProcessTree } from '../../detectors/support/process-tree.ts';
import type { Server } from '../../detectors/support/server.ts';
import { likelyNames } from '../closure/state-directories.ts';

type Directory = Workload['directories'][number];

const general =
  /^(\/|\/run|\/run\/lock|\/tmp|\/var\/tmp|\/dev(\/.*)?|\/var\/lib|\/var\/log|\/var\/cache|\/etc|\/srv|\/opt|\/home)$/;

/** Directories that systemd, a package's script or the service's first start made, with the owner and mode they have. */
export function directoriesOf(
  server: Server,
  tree: ProcessTree,
  more: WorkloadPart['directories'],
  listeners: Listener[],
): Directory[] {
  const { unit, root } = tree;
  const wanted: { path: string; reason: string; mode?: number }[] = [
    ...(unit?.runtimeDirectory ?? []).map((name) => ({
      path: `/run/${name}`,
      reason: sentence`RuntimeDirectory of ${unit?.name}`,
      mode: octal(unit?.runtimeDirectoryMode),
    })),
    ...(unit?.cacheDirectory ?? []).map((name) => ({
      path: `/var/cache/${name}`,
      reason: sentence`CacheDirectory of ${unit?.name}`,
      mode: 0o755,
    })),
    ...(unit?.logsDirectory ?? []).map((name) => ({
      path: `/var/log/${name}`,
      reason: sentence`LogsDirectory of ${unit?.name}`,
    })),
    ...(unit?.pidFile ? [{ path: dirname(unit.pidFile), reason: sentence`PIDFile of ${unit.name} goes there.` }] : []),
    ...listeners
      .filter(({ path }) => path.startsWith('/'))
      .map(({ path }) => ({ path: dirname(path), reason: sentence`Its socket ${path} stands there.` })),
    ...root.openFiles
      .filter(({ path }) => /\.(pid|lock)$/.test(path))
      .map(({ path }) => ({ path: dirname(path), reason: sentence`Its pid or lock file stands there.` })),
    ...usualDirectories(server, tree),
    ...more,
  ];
  const found = wanted.map(({ path, reason, mode }): Directory => {
    const canonical = canonicalRun(path);
    const fact = server.lookAt(canonical);
    if (fact?.type === 'directory') return { path: canonical, mode: fact.mode, uid: fact.uid, gid: fact.gid, reason };
    return { path: canonical, mode: mode ?? 0o755, uid: root.uid, gid: root.gid, reason };
  });
  return uniqueBy(
    found.filter((directory) => !general.test(directory.path)),
    (directory) => directory.path,
  );
}

/**
 * What somebody makes for the service at boot (tmpfiles.d, an init script, the package's installation) bears its name;
 * and the service was started where it works.
 */
function usualDirectories(server: Server, tree: ProcessTree): { path: string; reason: string }[] {
  const named = likelyNames(tree).flatMap((name) =>
    ['/run', '/var/cache'].map((parent) => ({
      path: `${parent}/${name}`,
      reason: sentence`It bears the name of the service, which expects it.`,
    })),
  );
  const here = tree.root.cwd ?? '';
  const working = /^\/(run|var)\/./.test(here) ? [{ path: here, reason: sentence`The service works there.` }] : [];
  return [...named, ...working].filter(({ path }) => server.lookAt(canonicalRun(path))?.type === 'directory');
}

function octal(mode: string | undefined): number {
  const value = Number.parseInt(mode ?? '', 8);
  return value > 0 && value <= 0o7777 ? value : 0o755;
}
