import type { ValueColumn } from './select-rows.ts';

const mostShown = 200;

/** The values that occur in a column, the most frequent first; at most a few hundred. */
export function distinctValues<Row>(rows: readonly Row[], column: ValueColumn<Row>): { text: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const text = String(column.value(row));
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return [...counts]
    .map(([text, count]) => ({ text, count }))
    .sort((one, other) => other.count - one.count || one.text.localeCompare(other.text))
    .slice(0, mostShown);
}
