import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Service } from '../../../../shared/model/service.ts';
import { Bytes } from '../../../components/bytes.tsx';
import { VirtualTable } from '../../../components/virtual-table/virtual-table.tsx';
import { useSay } from '../../../i18n/said.tsx';
import type { ViewProps } from '../views/view-props.ts';

type Row = Service & { memory: number };

/** Services, and what becomes of each. */
export function ServicesTable({ facts, services }: ViewProps) {
  const { t } = useTranslation();
  const say = useSay();
  const rows = useMemo(() => {
    const memory = new Map(facts.processes.map((process) => [process.pid, process.rssBytes]));
    return services.map((service) => ({
      ...service,
      memory: service.pids.reduce((sum, pid) => sum + (memory.get(pid) ?? 0), 0),
    }));
  }, [facts, services]);
  const columns = useMemo(
    () => [
      { id: 'name', header: t('inventory.columns.name'), value: (row: Row) => row.name, width: 160 },
      { id: 'unit', header: t('inventory.columns.unit'), value: (row: Row) => row.unit ?? '', width: 200, mono: true },
      {
        id: 'becomes',
        header: t('inventory.columns.becomes'),
        value: (row: Row) => row.workload ?? t('inventory.leftOut'),
        width: 140,
        filter: 'choice' as const,
      },
      { id: 'why', header: t('inventory.columns.why'), value: (row: Row) => say(row.reason ?? '') },
      {
        id: 'processes',
        header: t('inventory.columns.processes'),
        value: (row: Row) => row.pids.length,
        width: 96,
        align: 'right' as const,
      },
      {
        id: 'memory',
        header: t('inventory.columns.memory'),
        value: (row: Row) => row.memory,
        cell: (row: Row) => <Bytes value={row.memory} />,
        width: 96,
        align: 'right' as const,
      },
    ],
    [t, say],
  );
  return (
    <VirtualTable
      label={t('inventory.tabs.services')}
      rows={rows}
      columns={columns}
      rowKey={(row) => String(row.rootPid)}
    />
  );
}
