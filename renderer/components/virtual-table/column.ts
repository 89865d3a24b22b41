import type { ReactNode } from 'react';
import type { ValueColumn } from './select-rows.ts';

export interface TableColumn<Row> extends ValueColumn<Row> {
  header: string;
  /** What the cell shows; its value otherwise. */
  cell?: (row: Row) => ReactNode;
  /** Pixels; without, it shares what is left. */
  width?: number;
  align?: 'left' | 'right';
  /** Fixed-width letters, for paths and commands. */
  mono?: boolean;
  /** `text`: contains; `choice`: one of the values that occur. */
  filter?: 'text' | 'choice';
}

export function gridTemplate(columns: readonly TableColumn<never>[]): string {
  return columns.map(({ width }) => (width === undefined ? 'minmax(140px, 1fr)' : `${width}px`)).join(' ');
}
