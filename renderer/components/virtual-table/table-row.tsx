import { memo } from 'react';
import { tellWhole } from '../tell-whole.ts';
import type { TableColumn } from './column.ts';
import classes from './virtual-table.module.css';

interface TableRowProps<Row> {
  id: string;
  row: Row;
  columns: readonly TableColumn<Row>[];
  template: string;
  index: number;
  top: number;
  height: number;
  active: boolean;
  selected: boolean;
  onClick(index: number): void;
}

function Row<Data>({ id, row, columns, template, index, top, height, active, selected, onClick }: TableRowProps<Data>) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid around it handles the keys (aria-activedescendant)
    <div
      id={id}
      role="row"
      // Never focused itself: the grid holds the focus and names its active row.
      tabIndex={-1}
      aria-rowindex={index + 2}
      aria-selected={selected}
      className={classes.row}
      data-active={active || undefined}
      style={{ gridTemplateColumns: template, transform: `translateY(${top}px)`, height }}
      onClick={() => onClick(index)}
    >
      {columns.map((column) => (
        <div
          key={column.id}
          role="gridcell"
          tabIndex={-1}
          className={classes.cell}
          data-align={column.align}
          data-mono={column.mono || undefined}
          onMouseEnter={tellWhole}
        >
          {column.cell === undefined ? column.value(row) : column.cell(row)}
        </div>
      ))}
    </div>
  );
}

// memo keeps the props' type parameter only when it is told to.
export const TableRow = memo(Row) as typeof Row;
