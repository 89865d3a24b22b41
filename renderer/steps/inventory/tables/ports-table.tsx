import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Listener } from '../../../../shared/model/facts.ts';
import { VirtualTable } from '../../../components/virtual-table/virtual-table.tsx';
import type { ViewProps } from '../views/view-props.ts';

type Row = Listener & { programs: string; key: string };

/** Ports and unix sockets that something listens on, and who. */
export function PortsTable({ facts }: ViewProps) {
  const { t } = useTranslation();
  const rows = useMemo(() => {
    const names = new Map(facts.processes.map((process) => [process.pid, process.comm]));
    return facts.listeners.map((listener, index) => ({
      ...listener,
      key: String(index),
      programs: [...new Set(listener.pids.map((pid) => names.get(pid) ?? String(pid)))].join(', '),
    }));
  }, [facts]);
  const columns = useMemo(
    () => [
      {
        id: 'protocol',
        header: t('inventory.columns.protocol'),
        value: (row: Row) => row.protocol,
        width: 120,
        filter: 'choice' as const,
      },
      {
        id: 'port',
        header: t('inventory.columns.port'),
        // A socket has none: behind all ports.
        value: (row: Row) => (row.protocol === 'unix' ? 65_536 : row.port),
        cell: (row: Row) => (row.protocol === 'unix' ? '' : row.port),
        width: 100,
        align: 'right' as const,
      },
      {
        id: 'address',
        header: t('inventory.columns.address'),
        value: (row: Row) => (row.protocol === 'unix' ? row.path : row.address),
        mono: true,
      },
      {
        id: 'program',
        header: t('inventory.columns.program'),
        value: (row: Row) => row.programs,
        filter: 'choice' as const,
      },
    ],
    [t],
  );
  return (
    <VirtualTable
      label={t('inventory.tabs.ports')}
      rows={rows}
      columns={columns}
      rowKey={(row) => row.key}
      initialSort={{ column: 'port', descending: false }}
    />
  );
}
