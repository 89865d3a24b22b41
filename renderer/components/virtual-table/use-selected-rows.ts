import { useEffect, useMemo, useState } from 'react';
import { runAtOnce, runInSlices } from '../slices.ts';
import { type RowQuery, selectRows, type ValueColumn } from './select-rows.ts';

/** Up to here a query is answered before the next frame. */
const smallTable = 3000;

/**
 * The rows of a query, as indices. Large tables show what they showed until the new order is there. Give `rows` and
 * `columns` that stay the same from one rendering to the next.
 */
export function useSelectedRows<Row>(
  rows: readonly Row[],
  columns: readonly ValueColumn<Row>[],
  query: RowQuery,
): { order: readonly number[]; working: boolean } {
  const small = rows.length <= smallTable;
  const atOnce = useMemo(
    () => (small ? runAtOnce(selectRows(rows, columns, query)) : undefined),
    [small, rows, columns, query],
  );
  const [sliced, setSliced] = useState<{ rows: readonly Row[]; query: RowQuery; order: readonly number[] }>();
  useEffect(() => {
    if (small) return;
    const abort = new AbortController();
    runInSlices(selectRows(rows, columns, query), abort.signal).then(
      (order) => setSliced({ rows, query, order }),
      // Only ever the abort below: a newer query is on its way.
      () => {},
    );
    return () => abort.abort();
  }, [small, rows, columns, query]);

  if (atOnce !== undefined) return { order: atOnce, working: false };
  const usable = sliced?.rows === rows ? sliced : undefined;
  return { order: usable?.order ?? [], working: usable?.query !== query };
}
