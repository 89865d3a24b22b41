import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Process } from '../../../../shared/model/facts.ts';
import { Bytes } from '../../../components/bytes.tsx';
import { numberFormat } from '../../../components/format-bytes.ts';
import { formatDate } from '../../../components/format-date.ts';
import { VirtualTable } from '../../../components/virtual-table/virtual-table.tsx';
import type { ViewProps } from '../views/view-props.ts';

/** All processes but the kernel's own threads. */
export function ProcessesTable({ facts }: ViewProps) {
  const { t, i18n } = useTranslation();
  const rows = useMemo(() => facts.processes.filter((process) => !process.kernel), [facts]);
  const columns = useMemo(() => {
    const number = numberFormat(i18n.language, 1);
    return [
      { id: 'pid', header: 'PID', value: (row: Process) => row.pid, width: 72, align: 'right' as const },
      {
        id: 'user',
        header: t('inventory.columns.user'),
        value: (row: Process) => row.user,
        width: 100,
        filter: 'choice' as const,
      },
      { id: 'command', header: t('inventory.columns.command'), value: commandOf, mono: true, filter: 'text' as const },
      {
        id: 'unit',
        header: t('inventory.columns.unit'),
        value: (row: Process) => row.unit ?? '',
        width: 190,
        mono: true,
        filter: 'choice' as const,
      },
      {
        id: 'memory',
        header: t('inventory.columns.memory'),
        value: (row: Process) => row.rssBytes,
        cell: (row: Process) => <Bytes value={row.rssBytes} />,
        width: 100,
        align: 'right' as const,
      },
      {
        id: 'cpu',
        header: t('inventory.columns.cpu'),
        value: (row: Process) => row.cpuSeconds,
        cell: (row: Process) => `${number.format(row.cpuSeconds)} s`,
        width: 96,
        align: 'right' as const,
      },
      {
        id: 'started',
        header: t('inventory.columns.started'),
        value: (row: Process) => row.startTime,
        cell: (row: Process) => formatDate(row.startTime * 1000, i18n.language, 'short'),
        width: 172,
      },
    ];
  }, [t, i18n.language]);
  return (
    <VirtualTable
      label={t('inventory.tabs.processes')}
      rows={rows}
      columns={columns}
      rowKey={(row) => String(row.pid)}
      initialSort={{ column: 'memory', descending: true }}
    />
  );
}

function commandOf(process: Process): string {
  return process.argv.length > 0 ? process.argv.join(' ') : (process.exe ?? process.comm);
}
