import { Code, List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../../components/panel.tsx';
import { Said } from '../../../i18n/said.tsx';
import type { FileNode } from '../files/file-tree.ts';

/** Why a file is here: every reason that the closure found, its package, and what became of it since. */
export function FileReason({ node, excludedBy }: { node: FileNode | undefined; excludedBy: string | undefined }) {
  const { t } = useTranslation();
  const entry = node?.entry;
  return (
    <Panel title={t('plan.files.why')}>
      {node === undefined ? <Text size="sm">{t('plan.files.whyNone')}</Text> : <Code block>{node.id}</Code>}
      {excludedBy === undefined ? null : (
        <Text size="sm" mt="xs">
          {t('plan.files.excludedBy', { pattern: excludedBy })}
        </Text>
      )}
      {entry === undefined ? null : (
        <>
          <Text size="sm" mt="xs">
            {t(`plan.files.place.${entry.place}`)} · {t(`plan.files.origin.${entry.origin}`)}
          </Text>
          {entry.package === undefined ? null : (
            <Text size="sm">
              {t('plan.files.package')}: {entry.package}
            </Text>
          )}
          <List size="sm" mt="xs">
            {[...new Set(entry.reasons)].map((reason) => (
              <List.Item key={reason}>
                <Said text={reason} />
              </List.Item>
            ))}
          </List>
        </>
      )}
    </Panel>
  );
}
