import type { EvidenceEntry, WorkloadEvidence } from '../../../shared/model/evidence.ts';
import { configPath, workloadDirectory } from './layout.ts';

/** A file as its package brought it: everybody who has the package has it, so nothing in it is a secret. */
export function isPublic({ type, origin, package: owner }: EvidenceEntry): boolean {
  return type === 'file' && origin === 'unchanged' && owner !== undefined;
}

/** Where a file of the payload stands, as {@link publicFilesOf} names it. */
export function inPayload(payload: string, path: string): string {
  return `${payload}:${path}`;
}

/** The public files of a bundle: those of `config/` by their path, those of a payload by {@link inPayload}. */
export function publicFilesOf(all: Iterable<WorkloadEvidence>): Set<string> {
  const found = new Set<string>();
  for (const { workload, entries } of all) {
    for (const entry of entries.filter(isPublic)) {
      if (entry.place === 'config') found.add(configPath(workload, entry.path));
      if (entry.place === 'payload') found.add(inPayload(`${workloadDirectory(workload)}/payload.tar`, entry.path));
    }
  }
  return found;
}
