import type { Recorded } from '../../../../../shared/model/run-record.ts';

/** A line of a record with what it says. */
export interface RecordLine {
  entry: Recorded;
  text: string;
}

/**
 * A record that grew too large, without what is missed least: of the progress what each step came to last, of the log
 * its newest lines, as far as they stay below `bytes`. Each step keeps its place.
 */
export function compact(lines: readonly RecordLine[], bytes: number): RecordLine[] {
  const kept = new Set<RecordLine>();
  const seen = new Set<string>();
  for (const line of lines) if (isFirst(line.entry, seen)) kept.add(line);
  let left = bytes;
  const newest = new Set<string>();
  for (const line of [...lines].reverse()) {
    const { entry } = line;
    if (entry.kind === 'told' && entry.event.type === 'progress') {
      if (isNew(newest, `${entry.event.step} ${entry.event.workload ?? ''}`)) kept.add(line);
      continue;
    }
    left -= line.text.length;
    if (left >= 0) kept.add(line);
  }
  return lines.filter((line) => kept.has(line));
}

/** The beginning, the end, each repair, and whatever a step began with. */
function isFirst(entry: Recorded, seen: Set<string>): boolean {
  if (entry.kind !== 'told' || entry.event.type === 'repair') return true;
  return isNew(seen, entry.event.step);
}

function isNew(seen: Set<string>, key: string): boolean {
  return seen.size < seen.add(key).size;
}
