import { Code, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ExportPreview } from '../../../shared/model/project-file.ts';
import { Panel } from '../../components/panel.tsx';

/** What stays out of Git, by name: a colleague must get it another way. */
export function SecretsPanel({ secrets }: Pick<ExportPreview, 'secrets'>) {
  const { t } = useTranslation();
  if (secrets.length === 0) {
    return (
      <Panel title={t('export.secrets.title')}>
        <Text size="sm">{t('export.secrets.none')}</Text>
      </Panel>
    );
  }
  return (
    <Panel title={t('export.secrets.title')} description={t('export.secrets.text')} flush>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('export.secrets.name')}</Table.Th>
            <Table.Th>{t('export.secrets.workload')}</Table.Th>
            <Table.Th>{t('export.secrets.goes')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {secrets.map(({ name, workload, goes }) => (
            <Table.Tr key={`${workload} ${name} ${goes}`}>
              <Table.Td>{name}</Table.Td>
              <Table.Td>{workload}</Table.Td>
              <Table.Td>
                <Code>{goes}</Code>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Panel>
  );
}
