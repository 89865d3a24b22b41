import { ActionIcon, Code, Group, Stack, Text } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Workload } from '../../../../shared/model/plan.ts';
import { Panel } from '../../../components/panel.tsx';
import { Said } from '../../../i18n/said.tsx';
import { dropData, setData } from '../edit/change-plan.ts';
import { isServerPath } from '../files/server-path.ts';
import { byHand, useChangeWorkload } from '../plan-context.tsx';
import { AddLine } from './add-line.tsx';

/** What outlives the container, and where its logs go. */
export function DataPanel({ workload }: { workload: Workload }) {
  const { t } = useTranslation();
  const { name, data, logs } = workload;
  const change = useChangeWorkload(name);
  const label = t('plan.changes.data', { name });
  return (
    <Stack>
      <Text size="sm">{t('plan.data.lead')}</Text>
      <Panel title={t('plan.data.volumes')}>
        <Stack gap="xs">
          {data.length === 0 ? <Text size="sm">{t('plan.data.noVolumes')}</Text> : null}
          {data.map(({ path, filled, reason }) => (
            <Group key={path} gap="sm" wrap="nowrap">
              <Code>{path}</Code>
              <Text size="sm" flex={1}>
                <Said text={reason} />
                {filled ? ` ${t('plan.data.filled')}` : null}
              </Text>
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t('plan.data.drop', { path })}
                title={t('plan.data.drop', { path })}
                onClick={() => change((one) => dropData(one, path), label)}
              >
                <IconTrash size={18} />
              </ActionIcon>
            </Group>
          ))}
          <AddLine
            label={t('plan.data.add')}
            button={t('plan.data.addButton')}
            wrong={t('plan.files.badPath')}
            isValid={isServerPath}
            onAdd={(path) => change((one) => setData(one, path, byHand), label)}
          />
        </Stack>
      </Panel>
      <Panel title={t('plan.data.logs')}>
        {logs.length === 0 ? <Text size="sm">{t('plan.data.noLogs')}</Text> : null}
        <Stack gap="sm">
          {logs.map(({ path, to, reason }) => (
            <div key={path}>
              <Text size="sm">
                <Code>{path}</Code> → {t(`plan.data.to.${to}`)}
              </Text>
              <Text size="xs" c="dimmed" mt={2}>
                <Said text={reason} />
              </Text>
            </div>
          ))}
        </Stack>
      </Panel>
    </Stack>
  );
}
