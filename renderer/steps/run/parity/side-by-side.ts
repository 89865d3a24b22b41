import { diffIndices } from 'node-diff3';

export interface Row {
  /** Undefined where the other side has a line more. */
  server: string | undefined;
  container: string | undefined;
  changed: boolean;
}

/** Two answers line by line, what belongs together beside each other. */
export function sideBySide(server: string, container: string): Row[] {
  const left = server.split('\n');
  const right = container.split('\n');
  const rows: Row[] = [];
  let at = 0;
  for (const { buffer1, buffer2 } of diffIndices(left, right)) {
    const [start, length] = buffer1;
    for (const line of left.slice(at, start)) rows.push({ server: line, container: line, changed: false });
    rows.push(...changedRows(left.slice(start, start + length), right.slice(buffer2[0], buffer2[0] + buffer2[1])));
    at = start + length;
  }
  for (const line of left.slice(at)) rows.push({ server: line, container: line, changed: false });
  return rows;
}

function changedRows(left: readonly string[], right: readonly string[]): Row[] {
  return Array.from({ length: Math.max(left.length, right.length) }, (_row, index) => ({
    server: left[index],
    container: right[index],
    changed: true,
  }));
}
