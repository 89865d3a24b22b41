import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Facts } from '../../../../shared/model/facts.ts';
import { VirtualTable } from '../../../components/virtual-table/virtual-table.tsx';
import type { ViewProps } from '../views/view-props.ts';

type Row = Facts['starters'][number];

/** Cron, timers, init scripts: what starts programs and is no service unit. */
export function SchedulesTable({ facts }: ViewProps) {
  const { t } = useTranslation();
  const columns = useMemo(
    () => [
      {
        id: 'kind',
        header: t('inventory.columns.kind'),
        value: (row: Row) => row.kind,
        width: 120,
        filter: 'choice' as const,
      },
      { id: 'name', header: t('inventory.columns.name'), value: (row: Row) => row.name, width: 200 },
      {
        id: 'when',
        header: t('inventory.columns.when'),
        value: (row: Row) => row.schedule ?? '',
        width: 170,
        mono: true,
      },
      {
        id: 'user',
        header: t('inventory.columns.user'),
        value: (row: Row) => row.user ?? '',
        width: 120,
        filter: 'choice' as const,
      },
      { id: 'command', header: t('inventory.columns.command'), value: (row: Row) => row.command, mono: true },
      {
        id: 'enabled',
        header: t('inventory.columns.enabled'),
        value: (row: Row) => t(row.enabled ? 'inventory.yes' : 'inventory.no'),
        width: 90,
        filter: 'choice' as const,
      },
    ],
    [t],
  );
  return (
    <VirtualTable
      label={t('inventory.tabs.schedules')}
      rows={facts.starters}
      columns={columns}
      rowKey={(row) => `${row.source} ${row.name} ${row.command}`}
    />
  );
}
