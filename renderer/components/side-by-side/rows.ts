import { diffIndices } from 'node-diff3';

export interface Row {
  /** Undefined where the other side has a line more. */
  left: string | undefined;
  right: string | undefined;
  changed: boolean;
}

/** Two texts line by line, what belongs together beside each other. */
export function sideBySide(left: string, right: string): Row[] {
  const leftLines = left.split('\n');
  const rightLines = right.split('\n');
  const rows: Row[] = [];
  let at = 0;
  for (const { buffer1, buffer2 } of diffIndices(leftLines, rightLines)) {
    const [start, length] = buffer1;
    for (const line of leftLines.slice(at, start)) rows.push({ left: line, right: line, changed: false });
    rows.push(
      ...changedRows(leftLines.slice(start, start + length), rightLines.slice(buffer2[0], buffer2[0] + buffer2[1])),
    );
    at = start + length;
  }
  for (const line of leftLines.slice(at)) rows.push({ left: line, right: line, changed: false });
  return rows;
}

function changedRows(left: readonly string[], right: readonly string[]): Row[] {
  return Array.from({ length: Math.max(left.length, right.length) }, (_row, index) => ({
    left: left[index],
    right: right[index],
    changed: true,
  }));
}

/** The rows that differ with some of those around them; in between, how many were left out. */
export function changesWithin(rows: readonly Row[], around: number): (Row | { leftOut: number })[] {
  const near = rows.map((_row, at) => rows.slice(Math.max(0, at - around), at + around + 1).some((row) => row.changed));
  const shown: (Row | { leftOut: number })[] = [];
  for (const [at, row] of rows.entries()) {
    const last = shown.at(-1);
    if (near[at]) shown.push(row);
    else if (last !== undefined && 'leftOut' in last) last.leftOut += 1;
    else shown.push({ leftOut: 1 });
  }
  return shown;
}
