import type { EvidenceEntry } from '../../../../shared/model/evidence.ts';
import type { Work } from '../../../components/slices.ts';

/** How many entries are looked at between two chances to be interrupted. */
const stride = 512;

export interface FilesOfReason {
  reason: string;
  files: number;
  bytes: number;
}

/** The files that went to a place, by the first reason of each; the reason with the most bytes first. */
export function* filesByReason(
  entries: readonly EvidenceEntry[],
  place: EvidenceEntry['place'],
): Work<FilesOfReason[]> {
  const byReason = new Map<string, FilesOfReason>();
  for (const [index, entry] of entries.entries()) {
    if (index % stride === stride - 1) yield;
    if (entry.place !== place || entry.type === 'directory') continue;
    const reason = generalize(entry.reasons[0] ?? '');
    const sum = byReason.get(reason) ?? { reason, files: 0, bytes: 0 };
    byReason.set(reason, { reason, files: sum.files + 1, bytes: sum.bytes + entry.size });
  }
  return [...byReason.values()].sort((a, b) => b.bytes - a.bytes || b.files - a.files);
}

/** Reasons that differ only in a process's number or in the file they name are one. */
function generalize(reason: string): string {
  return reason.replace(/^owns \S+: /, '').replace(/\/proc\/\d+\//g, '/proc/PID/');
}
