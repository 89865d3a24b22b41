import { ActionIcon, Button, Code, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Workload } from '../../../../shared/model/plan.ts';
import { Panel } from '../../../components/panel.tsx';
import { dropData, setData } from '../edit/change-plan.ts';
import { isServerPath } from '../files/server-path.ts';
import { byHand, useChangeWorkload } from '../plan-context.tsx';

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
          {data.map(({ path, reason }) => (
            <Group key={path} gap="sm" wrap="nowrap">
              <Code>{path}</Code>
              <Text size="sm" flex={1}>
                {reason}
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
          <AddVolume onAdd={(path) => change((one) => setData(one, path, byHand), label)} />
        </Stack>
      </Panel>
      <Panel title={t('plan.data.logs')}>
        {logs.length === 0 ? <Text size="sm">{t('plan.data.noLogs')}</Text> : null}
        {logs.map(({ path, to, reason }) => (
          <Text key={path} size="sm">
            <Code>{path}</Code> → {t(`plan.data.to.${to}`)} ({reason})
          </Text>
        ))}
      </Panel>
    </Stack>
  );
}

function AddVolume({ onAdd }: { onAdd: (path: string) => void }) {
  const { t } = useTranslation();
  const [path, setPath] = useState('');
  const add = (event: FormEvent) => {
    event.preventDefault();
    if (!isServerPath(path)) return;
    onAdd(path);
    setPath('');
  };
  return (
    <form onSubmit={add}>
      <Group gap="xs" align="flex-end">
        <TextInput
          label={t('plan.data.add')}
          value={path}
          error={path === '' || isServerPath(path) ? undefined : t('plan.files.badPath')}
          onChange={(event) => setPath(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" disabled={!isServerPath(path)} leftSection={<IconPlus size={16} />}>
          {t('plan.data.addButton')}
        </Button>
      </Group>
    </form>
  );
}
