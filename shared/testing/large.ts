import type { EvidenceEntry } from '../model/evidence.ts';
import type { Facts } from '../model/facts.ts';

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

/** How many files lie: in folders of two hundred each, or all in one. */
export type FileShape = 'nested' | 'flat';

/** A workload with hundreds of thousands of files in its image. */
export function largeEvidence(entries: readonly EvidenceEntry[], shape: FileShape = 'nested'): EvidenceEntry[] {
  const shipped = entries.find(({ type, place }) => type === 'file' && place === 'payload');
  if (shipped === undefined) return [];
  const made = Array.from({ length: fileCount - entries.length }, (_entry, index) => ({
    ...shipped,
    path: `/srv/archive/${shape === 'flat' ? '' : `${index % 40}/${index % 1000}/`}document-${index}.txt`,
    size: (index * 7919) % 2_000_000,
  }));
  return [...entries, ...made];
}
