import { Code, Drawer, Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConfigFile } from '../../../../shared/model/facts.ts';
import { Bytes } from '../../../components/bytes.tsx';
import { VirtualTable } from '../../../components/virtual-table/virtual-table.tsx';
import type { ViewProps } from '../views/view-props.ts';

/** Configuration that was read; a row shows its text, secrets hidden. */
export function ConfigTable({ facts }: ViewProps) {
  const { t } = useTranslation();
  const [shown, setShown] = useState<ConfigFile>();
  const columns = useMemo(
    () => [
      {
        id: 'path',
        header: t('inventory.columns.path'),
        value: (row: ConfigFile) => row.path,
        mono: true,
        filter: 'text' as const,
      },
      {
        id: 'source',
        header: t('inventory.columns.source'),
        value: (row: ConfigFile) => row.source,
        width: 240,
        filter: 'choice' as const,
      },
      {
        id: 'size',
        header: t('inventory.columns.size'),
        value: (row: ConfigFile) => row.content.length,
        cell: (row: ConfigFile) => <Bytes value={row.content.length} />,
        width: 110,
        align: 'right' as const,
      },
    ],
    [t],
  );
  return (
    <>
      <VirtualTable
        label={t('inventory.tabs.config')}
        rows={facts.configFiles}
        columns={columns}
        rowKey={(row) => row.path}
        selected={shown?.path}
        onOpen={setShown}
      />
      <Drawer
        opened={shown !== undefined}
        onClose={() => setShown(undefined)}
        title={shown?.path}
        position="right"
        size="xl"
        closeButtonProps={{ 'aria-label': t('common.close') }}
      >
        <Code block>{shown?.content}</Code>
        {shown?.truncated ? <Text size="sm">{t('inventory.truncated')}</Text> : null}
      </Drawer>
    </>
  );
}
