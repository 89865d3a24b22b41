import type { EvidenceEntry } from '../../shared/model/evidence.ts';
import type { Facts } from '../../shared/model/facts.ts';

const processCount = 5000;
const fileCount = 200_000;

/** A server with thousands of processes: the recorded ones, again and again under other numbers. */
export function largeFacts(facts: Facts): Facts {
  const processes = Array.from({ length: processCount }, (_process, index) => {
    const original = facts.processes[index % facts.processes.length];
    if (original === undefined || index < facts.processes.length) return original;
    return { ...original, pid: 10_000 + index, rssBytes: (index * 7919) % 900_000_000, openFiles: [], mappedFiles: [] };
  });
  return { ...facts, processes: processes.flatMap((process) => process ?? []) };
}

/** A workload with hundreds of thousands of files. */
export function largeEvidence(entries: readonly EvidenceEntry[]): EvidenceEntry[] {
  const [first] = entries;
  if (first === undefined) return [];
  const made = Array.from({ length: fileCount - entries.length }, (_entry, index) => ({
    ...first,
    path: `/srv/archive/${index % 40}/${index % 1000}/document-${index}.txt`,
    type: 'file' as const,
    size: (index * 7919) % 2_000_000,
  }));
  return [...entries, ...made];
}
