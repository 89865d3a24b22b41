import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Package } from '../../../../shared/model/facts.ts';
import { VirtualTable } from '../../../components/virtual-table/virtual-table.tsx';
import type { ViewProps } from '../views/view-props.ts';

/** Installed packages, and how many of their configuration files were changed. */
export function PackagesTable({ facts }: ViewProps) {
  const { t } = useTranslation();
  const columns = useMemo(
    () => [
      { id: 'name', header: t('inventory.columns.name'), value: (row: Package) => row.name, filter: 'text' as const },
      { id: 'version', header: t('inventory.columns.version'), value: (row: Package) => row.version, mono: true },
      {
        id: 'architecture',
        header: t('inventory.columns.architecture'),
        value: (row: Package) => row.architecture,
        width: 150,
        filter: 'choice' as const,
      },
      {
        id: 'changed',
        header: t('inventory.columns.changed'),
        value: (row: Package) => row.changedConffiles.length,
        cell: (row: Package) => row.changedConffiles.join(', '),
      },
    ],
    [t],
  );
  return (
    <VirtualTable
      label={t('inventory.tabs.packages')}
      rows={facts.packages}
      columns={columns}
      rowKey={(row) => `${row.name}:${row.architecture} ${row.version}`}
    />
  );
}
