import { ActionIcon, Checkbox, Popover, ScrollArea, Stack, TextInput } from '@mantine/core';
import { IconFilter, IconFilterFilled } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { TableColumn } from './column.ts';
import { distinctValues } from './distinct-values.ts';

type FilterValue = string | readonly string[];

interface ColumnFilterProps<Row> {
  column: TableColumn<Row>;
  kind: 'text' | 'choice';
  rows: readonly Row[];
  value: FilterValue | undefined;
  onChange(value: FilterValue): void;
}

/** The funnel in a column's head. */
export function ColumnFilter<Row>({ column, kind, rows, value, onChange }: ColumnFilterProps<Row>) {
  const { t } = useTranslation();
  const label = t('components.table.filterColumn', { column: column.header });
  const set = value !== undefined && value.length > 0;
  return (
    <Popover position="bottom-start" shadow="md" withinPortal trapFocus returnFocus>
      <Popover.Target>
        <ActionIcon size={24} variant="subtle" color={set ? 'harbor' : 'gray'} aria-label={label} title={label}>
          {set ? <IconFilterFilled size={13} /> : <IconFilter size={13} />}
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown aria-label={label}>
        {kind === 'text' ? (
          <TextInput
            size="xs"
            aria-label={label}
            placeholder={label}
            value={typeof value === 'string' ? value : ''}
            onChange={(event) => onChange(event.currentTarget.value)}
            data-autofocus
          />
        ) : (
          <Checkbox.Group
            value={typeof value === 'string' || value === undefined ? [] : [...value]}
            onChange={onChange}
          >
            <Choices column={column} rows={rows} />
          </Checkbox.Group>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}

/** A component of its own: the values of all rows are counted when the filter is opened, not whenever it could be. */
function Choices<Row>({ column, rows }: Pick<ColumnFilterProps<Row>, 'column' | 'rows'>) {
  const { t } = useTranslation();
  const values = useMemo(() => distinctValues(rows, column), [rows, column]);
  return (
    <ScrollArea.Autosize mah={260}>
      <Stack gap={6}>
        {values.map(({ text, count }) => (
          <Checkbox key={text} size="xs" value={text} label={`${text === '' ? t('common.none') : text} (${count})`} />
        ))}
      </Stack>
    </ScrollArea.Autosize>
  );
}
