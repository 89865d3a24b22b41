import { Button } from '@mantine/core';
import { IconSearchOff } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, useDeferredValue, useId, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../empty-state.tsx';
import { useActiveRow } from '../use-active-row.ts';
import { useStable } from '../use-stable.ts';
import { gridTemplate, type TableColumn } from './column.ts';
import { everything, type RowQuery } from './select-rows.ts';
import { TableHead } from './table-head.tsx';
import { TableRow } from './table-row.tsx';
import { TableTools } from './table-tools.tsx';
import { useSelectedRows } from './use-selected-rows.ts';
import classes from './virtual-table.module.css';

export interface VirtualTableProps<Row> {
  /** What the table is, for a screen reader. */
  label: string;
  /** Rows and columns are to stay the same objects from one rendering to the next. */
  rows: readonly Row[];
  columns: readonly TableColumn<Row>[];
  rowKey(row: Row): string;
  /** Enter or a click on a row. */
  onOpen?: (row: Row) => void;
  /** Key of the row that is marked as open. */
  selected?: string | undefined;
  initialSort?: RowQuery['sort'];
  /** At the right of the search field. */
  tools?: ReactNode;
  /** Left out, it takes the height that is left. */
  height?: number;
}

const rowHeight = 34;

/** A table that stays quick with hundreds of thousands of rows: search, filters, sorting, all by keyboard too. */
export function VirtualTable<Row>(props: VirtualTableProps<Row>) {
  const { label, rows, columns, rowKey, onOpen, selected, initialSort, tools, height } = props;
  const { t } = useTranslation();
  const id = useId();
  const viewport = useRef<HTMLDivElement>(null);
  const [query, setQuery] = useState<RowQuery>({ ...everything, sort: initialSort });
  const { order, working } = useSelectedRows(rows, columns, useDeferredValue(query));
  const virtual = useVirtualizer({
    count: order.length,
    getScrollElement: () => viewport.current,
    estimateSize: () => rowHeight,
    overscan: 10,
    scrollPaddingStart: rowHeight,
    // A rendering for each frame, not one for each event in the middle of it.
    useFlushSync: false,
  });
  const { active, activate, onKey } = useActiveRow(
    order.length,
    () => Math.max(1, Math.floor((viewport.current?.clientHeight ?? 0) / rowHeight) - 2),
    (index) => virtual.scrollToIndex(index),
  );
  const template = useMemo(() => gridTemplate(columns), [columns]);

  function rowAt(index: number): Row | undefined {
    const at = order[index];
    return at === undefined ? undefined : rows[at];
  }
  const open = useStable((index: number) => {
    const row = rowAt(index);
    activate(index);
    if (row !== undefined) onOpen?.(row);
  });
  function onKeyDown(event: KeyboardEvent) {
    if (event.target !== viewport.current || onKey(event)) return;
    if (event.key === 'Enter') open(active);
  }

  const empty = order.length === 0 && !working;
  return (
    <div className={classes.table} data-fill={height === undefined || undefined}>
      <TableTools
        query={query}
        onQuery={setQuery}
        shown={order.length}
        total={rows.length}
        working={working}
        tools={tools}
      />
      <div
        ref={viewport}
        className={classes.viewport}
        style={height === undefined ? undefined : { height }}
        role="grid"
        aria-label={label}
        aria-rowcount={order.length + 1}
        aria-colcount={columns.length}
        aria-activedescendant={empty ? undefined : `${id}-${active}`}
        tabIndex={0}
        onKeyDown={onKeyDown}
      >
        <TableHead rows={rows} columns={columns} template={template} query={query} onQuery={setQuery} />
        <div style={{ height: virtual.getTotalSize(), position: 'relative', minWidth: 'fit-content' }} role="rowgroup">
          {virtual.getVirtualItems().map((item) => {
            const row = rowAt(item.index);
            return row === undefined ? null : (
              <TableRow
                key={rowKey(row)}
                id={`${id}-${item.index}`}
                row={row}
                columns={columns}
                template={template}
                index={item.index}
                top={item.start}
                height={rowHeight}
                active={item.index === active}
                selected={selected !== undefined && rowKey(row) === selected}
                onClick={open}
              />
            );
          })}
        </div>
      </div>
      {empty && rows.length > 0 ? (
        <div className={classes.nothing}>
          <EmptyState
            icon={<IconSearchOff size={24} />}
            title={t('components.table.nothing')}
            text={t('components.table.nothingText')}
            action={
              <Button variant="default" size="xs" onClick={() => setQuery({ ...everything, sort: query.sort })}>
                {t('components.table.clear')}
              </Button>
            }
          />
        </div>
      ) : null}
    </div>
  );
}
