import { createHash } from 'node:crypto';
import { posix } from 'node:path';
import type { WorkloadEvidence } from '../../../shared/model/evidence.ts';
import type { Plan, Pod, Workload } from '../../../shared/model/plan.ts';
import { isBelow } from '../text/paths.ts';
import { trimSlash } from './mount-path.ts';
import { requireAbsolute } from './plan-checks.ts';

export interface Volume {
  name: string;
  path: string;
  /** `shared`: a directory of unix sockets that the whole pod sees; its content need not outlive the containers. */
  purpose: 'data' | 'log' | 'shared';
}

/** The volumes that a workload's container mounts, by path: its data, its log directories, its pod's socket directories. */
export function volumesOf(plan: Plan, workload: Workload, evidence: WorkloadEvidence): Volume[] {
  const pod = podOf(plan, workload);
  const volumes: Volume[] = [
    ...logDirectories(workload, evidence).map((path) => volume(workload.name, path, 'log')),
    ...workload.data.map(({ path }) => volume(workload.name, path, 'data')),
    ...(pod?.sharedDirectories ?? []).map(({ path }) => volume(pod?.name ?? workload.name, path, 'shared')),
  ];
  const byPath = new Map(volumes.map((entry) => [entry.path, entry]));
  return [...byPath.values()].filter(isNotInOwnData).sort((a, b) => (a.path < b.path ? -1 : 1));
}

export function podOf(plan: Plan, workload: Workload): Pod | undefined {
  return plan.pods.find((pod) => pod.workloads.includes(workload.name));
}

/** A log directory below a data path is kept with the data. */
function isNotInOwnData(entry: Volume, _index: number, all: Volume[]): boolean {
  return entry.purpose !== 'log' || !all.some((other) => other.purpose === 'data' && isBelow(entry.path, other.path));
}

/**
 * The plan names log files; what can be a volume is their directory. Not one with files of the image, since a volume
 * keeps showing those of the first image that it met.
 */
function logDirectories(workload: Workload, evidence: WorkloadEvidence): string[] {
  const known = [...workload.directories, ...evidence.entries.filter((entry) => entry.type === 'directory')];
  const directories = new Set(known.map((entry) => entry.path));
  const files = evidence.entries.filter((entry) => entry.type === 'file' || entry.type === 'hardlink');
  const paths = workload.logs.filter((log) => log.to === 'volume').map((log) => trimSlash(requireAbsolute(log.path)));
  return paths
    .map((path) => (directories.has(path) ? path : posix.dirname(path)))
    .filter((path) => directories.has(path) && path !== '/' && !files.some((file) => isBelow(file.path, path)));
}

function volume(owner: string, path: string, purpose: Volume['purpose']): Volume {
  const absolute = trimSlash(requireAbsolute(path));
  return { name: volumeName(owner, absolute), path: absolute, purpose };
}

/** A readable name in the characters that Docker allows; a short hash tells apart what reads the same. */
export function volumeName(owner: string, path: string): string {
  const readable = path.slice(1).replaceAll('/', '-');
  if (/^[A-Za-z0-9][A-Za-z0-9_.-]{0,80}$/.test(readable) && !path.includes('-')) return `${owner}-${readable}`;
  const hash = createHash('sha256').update(path).digest('hex').slice(0, 8);
  return `${owner}-${readable.replace(/[^A-Za-z0-9_.-]+/g, '-').slice(0, 60)}-${hash}`;
}
