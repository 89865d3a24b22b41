import { ActionIcon, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Workload } from '../../../../shared/model/plan.ts';
import { Panel } from '../../../components/panel.tsx';
import { Said } from '../../../i18n/said.tsx';
import { dropVariable, setVariable } from '../edit/change-plan.ts';
import { byHand, useChangeWorkload } from '../plan-context.tsx';
import { DraftInput } from './draft-input.tsx';

/** Plain variables; secret ones stand with the secrets. */
export function EnvironmentPanel({ workload }: { workload: Workload }) {
  const { t } = useTranslation();
  const { name, environment } = workload;
  const change = useChangeWorkload(name);
  const set = (variable: string, value: string) =>
    change((one) => setVariable(one, variable, value, byHand), t('plan.changes.variable', { variable }));
  return (
    <Panel title={t('plan.config.environment')}>
      <Stack gap="xs" maw={720}>
        {environment.length === 0 ? <Text size="sm">{t('plan.config.noEnvironment')}</Text> : null}
        {environment.map((variable) => (
          <Group key={variable.name} gap="xs" wrap="nowrap" align="flex-end">
            <DraftInput
              flex={1}
              label={variable.name}
              description={<Said text={variable.reason} />}
              value={variable.value}
              onCommit={(value) => set(variable.name, value)}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              size="lg"
              aria-label={t('plan.config.drop', { name: variable.name })}
              onClick={() =>
                change(
                  (one) => dropVariable(one, variable.name),
                  t('plan.changes.variable', { variable: variable.name }),
                )
              }
            >
              <IconTrash size={18} />
            </ActionIcon>
          </Group>
        ))}
        <NewVariable onAdd={set} />
      </Stack>
    </Panel>
  );
}

function NewVariable({ onAdd }: { onAdd: (name: string, value: string) => void }) {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const [value, setValue] = useState('');
  const isName = /^[A-Za-z_]\w*$/.test(name);
  const add = (event: FormEvent) => {
    event.preventDefault();
    if (!isName) return;
    onAdd(name, value);
    setName('');
    setValue('');
  };
  return (
    <form onSubmit={add}>
      <Group gap="xs" align="flex-end">
        <TextInput
          label={t('plan.config.name')}
          value={name}
          error={name === '' || isName ? undefined : t('plan.config.badName')}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <TextInput
          flex={1}
          label={t('plan.config.value')}
          value={value}
          onChange={(event) => setValue(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" disabled={!isName} leftSection={<IconPlus size={16} />}>
          {t('plan.config.add')}
        </Button>
      </Group>
    </form>
  );
}
