import { posix } from 'node:path';
import type { EvidenceEntry, WorkloadEvidence } from '../../../shared/model/evidence.ts';
import type { Workload } from '../../../shared/model/plan.ts';
import { secretFile } from '../bundle/layout.ts';
import { requireAbsolute } from './plan-checks.ts';
import { volumeName } from './volumes.ts';

export interface FileSecret {
  /** Its name in compose.yaml. */
  key: string;
  name: string;
  path: string;
  /** Where its content is, from the bundle's root. */
  source: string;
  reason: string;
}

/**
 * The secrets of a workload that are files, by path. Where the files were collected already, they decide: some were only
 * found to hold a secret then, and the plan may name one by a link.
 */
export function fileSecrets(workload: Workload, evidence: WorkloadEvidence): FileSecret[] {
  const planned = workload.secrets.flatMap((secret) => (secret.kind === 'file' ? [secret] : []));
  const names = new Map(planned.map(({ path, name }) => [path, name]));
  const collected = evidence.entries.filter((entry) => entry.place === 'secret' && entry.type !== 'directory');
  const found =
    evidence.entries.length === 0
      ? planned.map(({ path, reason }) => ({ path: requireAbsolute(path), reason }))
      : collected.filter(mountable).map(({ path, reasons }) => ({ path, reason: reasons.join('; ') }));
  return found
    .map(({ path, reason }) => ({
      key: volumeName(workload.name, path),
      name: names.get(path) ?? path,
      path,
      source: secretFile(workload.name, path),
      reason,
    }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** A link can be mounted only where what it points at lies among the secrets, too. */
function mountable(entry: EvidenceEntry, _index: number, all: EvidenceEntry[]): boolean {
  if (entry.type !== 'symlink') return true;
  const target = posix.resolve(posix.dirname(entry.path), entry.linkTarget ?? '');
  return all.some((other) => other.path === target);
}
