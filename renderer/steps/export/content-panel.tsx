import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExportPreview } from '../../../shared/model/project-file.ts';
import { Bytes } from '../../components/bytes.tsx';
import { formatBytes } from '../../components/format-bytes.ts';
import { Panel } from '../../components/panel.tsx';
import { VirtualTable } from '../../components/virtual-table/virtual-table.tsx';
import { useSay } from '../../i18n/said.tsx';

type Row = ExportPreview['files'][number];

/** Every file, and where it goes. */
export function ContentPanel({ files }: Pick<ExportPreview, 'files'>) {
  const { t, i18n } = useTranslation();
  const say = useSay();
  const columns = useMemo(
    () => [
      { id: 'file', header: t('export.file'), value: (row: Row) => row.path, mono: true, filter: 'text' as const },
      {
        id: 'place',
        header: t('export.place'),
        value: (row: Row) => t(`export.places.${row.place}`),
        width: 160,
        filter: 'choice' as const,
      },
      {
        id: 'size',
        header: t('export.size'),
        value: (row: Row) => row.sizeBytes,
        cell: (row: Row) => <Bytes value={row.sizeBytes} />,
        width: 110,
        align: 'right' as const,
      },
      { id: 'why', header: t('export.why'), value: (row: Row) => say(row.reason) },
    ],
    [t, say],
  );
  const counts = countsOf(files);
  return (
    <Panel
      title={t('export.content')}
      description={t('export.counts', { ...counts, size: formatBytes(counts.bytes, i18n.language) })}
      flush
    >
      <VirtualTable
        label={t('export.content')}
        rows={files}
        columns={columns}
        rowKey={(row) => row.path}
        height={320}
      />
    </Panel>
  );
}

function countsOf(files: readonly Row[]) {
  const of = (place: Row['place']) => files.filter((file) => file.place === place);
  const bytes = of('git').reduce((sum, file) => sum + file.sizeBytes, 0);
  return {
    git: of('git').length,
    lfs: of('lfs').length,
    lock: of('lock').length,
    ignored: of('ignored').length,
    bytes,
  };
}
