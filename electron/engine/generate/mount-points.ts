import type { EvidenceEntry, WorkloadEvidence } from '../../../shared/model/evidence.ts';
import type { Workload } from '../../../shared/model/plan.ts';
import { isBelow } from '../text/paths.ts';
import { trimSlash } from './mount-path.ts';
import { requireAbsolute } from './plan-checks.ts';
import { fileSecrets } from './secret-mounts.ts';
import type { Volume } from './volumes.ts';

export interface ConfigMount {
  path: string;
  scope: 'file' | 'tree';
}

/**
 * The configuration mounts of a workload, by path: the plan's, one inside another's tree left out. Where the files were
 * collected already, they decide: the plan may name a path by a link, and `config/` has what the link points at.
 */
export function configMounts(workload: Workload, evidence: WorkloadEvidence): ConfigMount[] {
  const planned = outermost(
    workload.config.map(({ path, scope }) => ({ path: trimSlash(requireAbsolute(path)), scope })),
  );
  if (evidence.entries.length === 0) return planned.sort(byPath);
  const files = evidence.entries.filter((entry) => entry.place === 'config' && entry.type !== 'directory');
  const used = planned.filter((mount) => files.some(({ path }) => covers(mount, path)));
  const others = files
    .filter((entry) => entry.type === 'file' && !used.some((mount) => covers(mount, entry.path)))
    .map(({ path }): ConfigMount => ({ path, scope: 'file' }));
  return [...used, ...others].sort(byPath);
}

/**
 * Files, by their path in `workloads/NAME`, that a mounted configuration tree must hold beside the configuration itself.
 * The engine cannot make a mount point in a tree that is mounted read-only, so an empty file stands for each secret in
 * it and a directory for each volume; and since Git drops empty directories, `.keep` keeps them.
 */
export function mountPoints(workload: Workload, evidence: WorkloadEvidence, volumes: Volume[]): string[] {
  const trees = configMounts(workload, evidence).filter((mount) => mount.scope === 'tree');
  const inTree = ({ path }: { path: string }) => trees.some((tree) => isBelow(path, tree.path));
  const files = fileSecrets(workload, evidence)
    .filter(inTree)
    .map(({ path }) => path);
  const directories = [...volumes, ...emptyDirectories(evidence)].filter(inTree).map(({ path }) => `${path}/.keep`);
  return [...new Set([...files, ...directories])].sort().map((path) => `config${path}`);
}

function emptyDirectories({ entries }: WorkloadEvidence): EvidenceEntry[] {
  const inUse = new Set(entries.filter((entry) => entry.place === 'config').flatMap((entry) => ancestors(entry.path)));
  return entries.filter((entry) => entry.type === 'directory' && !inUse.has(entry.path));
}

function ancestors(path: string): string[] {
  return path.split('/').flatMap((_, index, parts) => (index > 1 ? [parts.slice(0, index).join('/')] : []));
}

function outermost(mounts: ConfigMount[]): ConfigMount[] {
  const kept = mounts.filter(
    ({ path }) => !mounts.some((other) => other.scope === 'tree' && isBelow(path, other.path)),
  );
  return [...new Map(kept.map((mount) => [mount.path, mount])).values()];
}

function covers(mount: ConfigMount, path: string): boolean {
  return path === mount.path || (mount.scope === 'tree' && isBelow(path, mount.path));
}

function byPath(a: ConfigMount, b: ConfigMount): number {
  return a.path < b.path ? -1 : 1;
}
