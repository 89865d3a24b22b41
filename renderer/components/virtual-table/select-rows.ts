import type { Work } from '../slices.ts';
import { mergeSort } from './merge-sort.ts';

/** What a cell is worth when rows are searched, filtered and sorted. */
export type CellValue = string | number;

export interface ValueColumn<Row> {
  id: string;
  value(row: Row): CellValue;
}

export interface RowQuery {
  /** Words that all have to occur somewhere in the row. */
  search: string;
  /** By column: text that has to occur in it, or the values that are let through. */
  filters: Readonly<Record<string, string | readonly string[]>>;
  sort: { column: string; descending: boolean } | undefined;
}

export const everything: RowQuery = { search: '', filters: {}, sort: undefined };

/** How many rows are looked at between two chances to be interrupted. */
const stride = 512;
const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** The rows that a query asks for, in its order, as indices. */
export function* selectRows<Row>(
  rows: readonly Row[],
  columns: readonly ValueColumn<Row>[],
  query: RowQuery,
): Work<number[]> {
  const matches = rowTest(columns, query);
  const kept: number[] = [];
  for (const [index, row] of rows.entries()) {
    if (index % stride === stride - 1) yield;
    if (matches(row)) kept.push(index);
  }
  const by = columns.find((column) => column.id === query.sort?.column);
  if (by === undefined) return kept;
  const values: CellValue[] = [];
  for (const [index, row] of rows.entries()) {
    if (index % stride === stride - 1) yield;
    values.push(by.value(row));
  }
  const sign = query.sort?.descending === true ? -1 : 1;
  return yield* mergeSort(kept, (one, other) => sign * compare(values[one] ?? '', values[other] ?? ''));
}

function compare(one: CellValue, other: CellValue): number {
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  return collator.compare(String(one), String(other));
}

function rowTest<Row>(columns: readonly ValueColumn<Row>[], query: RowQuery): (row: Row) => boolean {
  const tests: ((row: Row) => boolean)[] = [];
  for (const column of columns) {
    const filter = query.filters[column.id];
    if (filter !== undefined && filter.length > 0) tests.push((row) => passes(column.value(row), filter));
  }
  for (const word of query.search.toLowerCase().split(/\s+/).filter(Boolean)) {
    tests.push((row) => columns.some((column) => String(column.value(row)).toLowerCase().includes(word)));
  }
  return (row) => tests.every((test) => test(row));
}

function passes(value: CellValue, filter: string | readonly string[]): boolean {
  if (typeof filter === 'string') return String(value).toLowerCase().includes(filter.toLowerCase());
  return filter.includes(String(value));
}
