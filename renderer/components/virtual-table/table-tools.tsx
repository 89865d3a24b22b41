import { Loader, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { numberFormat } from '../format-bytes.ts';
import type { RowQuery } from './select-rows.ts';
import classes from './virtual-table.module.css';

interface TableToolsProps {
  query: RowQuery;
  onQuery(query: RowQuery): void;
  shown: number;
  total: number;
  working: boolean;
  tools: ReactNode;
}

export function TableTools({ query, onQuery, shown, total, working, tools }: TableToolsProps) {
  const { t, i18n } = useTranslation();
  const number = numberFormat(i18n.language, 0);
  const amount =
    shown === total
      ? t('components.table.rows', { count: total })
      : t('components.table.rowsOf', { shown: number.format(shown), count: total });
  return (
    <div className={classes.tools}>
      <TextInput
        type="search"
        size="xs"
        className={classes.search ?? ''}
        leftSection={<IconSearch size={14} />}
        aria-label={t('components.table.search')}
        placeholder={t('components.table.search')}
        value={query.search}
        onChange={(event) => onQuery({ ...query, search: event.currentTarget.value })}
        data-search
      />
      <span className={classes.amount} role="status">
        {working ? t('components.table.working') : amount}
      </span>
      {working ? <Loader size={12} /> : null}
      <div className={classes.ownTools}>{tools}</div>
    </div>
  );
}
