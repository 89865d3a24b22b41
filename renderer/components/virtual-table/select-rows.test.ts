import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runAtOnce } from '../slices.ts';
import { mergeSort } from './merge-sort.ts';
import { everything, type RowQuery, selectRows, type ValueColumn } from './select-rows.ts';

interface Process {
  pid: number;
  user: string;
  command: string;
}

const rows: Process[] = [
  { pid: 1, user: 'root', command: '/sbin/init' },
  { pid: 412, user: 'www-data', command: 'apache2 -k start' },
  { pid: 9, user: 'root', command: 'cron' },
  { pid: 413, user: 'www-data', command: 'apache2 -k start' },
];
const columns: ValueColumn<Process>[] = [
  { id: 'pid', value: (row) => row.pid },
  { id: 'user', value: (row) => row.user },
  { id: 'command', value: (row) => row.command },
];

function pids(query: Partial<RowQuery>) {
  return runAtOnce(selectRows(rows, columns, { ...everything, ...query })).map((index) => rows[index]?.pid);
}

describe('selectRows', () => {
  it('keeps the order without a query', () => {
    expect(pids({})).toEqual([1, 412, 9, 413]);
  });

  it('sorts numbers as numbers, and keeps equal rows in their order', () => {
    expect(pids({ sort: { column: 'pid', descending: true } })).toEqual([413, 412, 9, 1]);
    expect(pids({ sort: { column: 'command', descending: false } })).toEqual([1, 412, 413, 9]);
  });

  it('searches for all words, in any column', () => {
    expect(pids({ search: 'WWW apache' })).toEqual([412, 413]);
    expect(pids({ search: '413 root' })).toEqual([]);
  });

  it('filters one column by text or by values', () => {
    expect(pids({ filters: { command: 'CR' } })).toEqual([9]);
    expect(pids({ filters: { user: ['root'] }, search: 'init' })).toEqual([1]);
    expect(pids({ filters: { user: [], command: '' } })).toHaveLength(4);
  });
});

describe('mergeSort', () => {
  it('sorts as the built-in sort does, stable', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer())), (items) => {
        const compare = (one: [number, number], other: [number, number]) => one[0] - other[0];
        expect(runAtOnce(mergeSort(items, compare))).toEqual([...items].sort(compare));
      }),
    );
  });
});
