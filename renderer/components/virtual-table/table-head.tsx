import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { TableColumn } from './column.ts';
import { ColumnFilter } from './column-filter.tsx';
import type { RowQuery } from './select-rows.ts';
import classes from './virtual-table.module.css';

interface TableHeadProps<Row> {
  rows: readonly Row[];
  columns: readonly TableColumn<Row>[];
  template: string;
  query: RowQuery;
  onQuery(query: RowQuery): void;
}

/** A click sorts upward, the next one downward, the third gives the order back that the rows came in. */
function nextSort(sort: RowQuery['sort'], column: string): RowQuery['sort'] {
  if (sort?.column !== column) return { column, descending: false };
  return sort.descending ? undefined : { column, descending: true };
}

function Head<Row>({ rows, columns, template, query, onQuery }: TableHeadProps<Row>) {
  const { t } = useTranslation();
  return (
    <div role="rowgroup" className={classes.head}>
      <div
        role="row"
        aria-rowindex={1}
        tabIndex={-1}
        className={classes.headRow}
        style={{ gridTemplateColumns: template }}
      >
        {columns.map((column) => {
          const sorted = query.sort?.column === column.id ? query.sort : undefined;
          return (
            <div
              key={column.id}
              role="columnheader"
              tabIndex={-1}
              aria-sort={sorted === undefined ? 'none' : sorted.descending ? 'descending' : 'ascending'}
              className={classes.headCell}
              data-align={column.align}
            >
              <button
                type="button"
                className={classes.sort}
                title={t('components.table.sort', { column: column.header })}
                onClick={() => onQuery({ ...query, sort: nextSort(query.sort, column.id) })}
              >
                {column.header}
                {sorted === undefined ? null : sorted.descending ? (
                  <IconArrowDown size={14} aria-hidden />
                ) : (
                  <IconArrowUp size={14} aria-hidden />
                )}
              </button>
              {column.filter === undefined ? null : (
                <ColumnFilter
                  column={column}
                  kind={column.filter}
                  rows={rows}
                  value={query.filters[column.id]}
                  onChange={(value) => onQuery({ ...query, filters: { ...query.filters, [column.id]: value } })}
                />
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}

// memo keeps the props' type parameter only when it is told to.
export const TableHead = memo(Head) as typeof Head;
