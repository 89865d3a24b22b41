import { Group, SimpleGrid, Stack, Switch, Table, Text, Textarea } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Workload } from '../../../../shared/model/plan.ts';
import { Panel } from '../../../components/panel.tsx';
import { Said } from '../../../i18n/said.tsx';
import { setPublished } from '../edit/change-plan.ts';
import { byHand, useChangeWorkload } from '../plan-context.tsx';
import { DraftInput } from './draft-input.tsx';
import { LimitsPanel } from './limits-panel.tsx';

/** How the container runs: its command, its account, its ports and limits. */
export function RuntimePanel({ workload }: { workload: Workload }) {
  return (
    <Stack>
      <CommandPanel workload={workload} />
      <PortsPanel workload={workload} />
      <LimitsPanel workload={workload} />
      <HealthPanel workload={workload} />
    </Stack>
  );
}

function CommandPanel({ workload }: { workload: Workload }) {
  const { t } = useTranslation();
  const { name } = workload;
  const change = useChangeWorkload(name);
  const setting = t('plan.changes.setting', { name });
  return (
    <Panel title={t('plan.runtime.command')} description={<Said text={workload.commandReason} />}>
      <Stack gap="sm">
        <CommandInput workload={workload} />
        <SimpleGrid cols={{ base: 2, lg: 4 }}>
          <DraftInput
            label={t('plan.runtime.user')}
            value={workload.user.name}
            isValid={(user) => workload.identities.users.some((known) => known.name === user) || user === 'root'}
            onCommit={(user) => change((one) => withUser(one, user), t('plan.changes.user', { name }))}
          />
          <DraftInput
            label={t('plan.runtime.workingDirectory')}
            value={workload.workingDirectory}
            isValid={(path) => path.startsWith('/')}
            onCommit={(workingDirectory) => change((one) => ({ ...one, workingDirectory }), setting)}
          />
          <DraftInput
            label={t('plan.runtime.hostname')}
            value={workload.hostname}
            isValid={(hostname) => /^[A-Za-z0-9]([A-Za-z0-9.-]{0,62})$/.test(hostname)}
            onCommit={(hostname) => change((one) => ({ ...one, hostname }), setting)}
          />
          <DraftInput
            label={t('plan.runtime.umask')}
            value={workload.umask ?? '0022'}
            isValid={(umask) => /^0?[0-7]{3}$/.test(umask)}
            onCommit={(umask) => change((one) => ({ ...one, umask }), setting)}
          />
        </SimpleGrid>
      </Stack>
    </Panel>
  );
}

function withUser(workload: Workload, name: string): Workload {
  const known = workload.identities.users.find((user) => user.name === name);
  const account = known ?? { name: 'root', uid: 0, gid: 0 };
  return { ...workload, user: { name: account.name, uid: account.uid, gid: account.gid, groups: [] } };
}

function CommandInput({ workload }: { workload: Workload }) {
  const { t } = useTranslation();
  const change = useChangeWorkload(workload.name);
  const text = workload.command.join('\n');
  const [draft, setDraft] = useState(text);
  useEffect(() => setDraft(text), [text]);
  const commit = () => {
    const command = draft.split('\n').filter((line) => line !== '');
    if (draft === text || command.length === 0) return setDraft(text);
    change((one) => ({ ...one, command, commandReason: byHand }), t('plan.changes.command', { name: workload.name }));
  };
  return (
    <Textarea
      aria-label={t('plan.runtime.command')}
      description={t('plan.runtime.commandHelp')}
      value={draft}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onBlur={commit}
      autosize
      maxRows={10}
      spellCheck={false}
      styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
    />
  );
}

function PortsPanel({ workload }: { workload: Workload }) {
  const { t } = useTranslation();
  const change = useChangeWorkload(workload.name);
  return (
    <Panel title={t('plan.runtime.ports')} flush={workload.ports.length > 0}>
      {workload.ports.length === 0 ? <Text size="sm">{t('plan.runtime.noPorts')}</Text> : null}
      {workload.ports.length === 0 ? null : (
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('plan.runtime.port')}</Table.Th>
              <Table.Th>{t('plan.runtime.address')}</Table.Th>
              <Table.Th>{t('plan.config.why')}</Table.Th>
              <Table.Th>{t('plan.runtime.published')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {workload.ports.map(({ container, protocol, address, publish, reason }) => {
              const port = `${container}/${protocol}`;
              return (
                <Table.Tr key={`${port} ${address}`}>
                  <Table.Td>{port}</Table.Td>
                  <Table.Td>{address}</Table.Td>
                  <Table.Td>
                    <Said text={reason} />
                  </Table.Td>
                  <Table.Td>
                    <Switch
                      aria-label={t('plan.runtime.publish', { port })}
                      checked={publish}
                      onChange={(event) => {
                        const wanted = event.currentTarget.checked;
                        change(
                          (one) => setPublished(one, container, protocol, wanted),
                          t('plan.changes.port', { port, name: workload.name }),
                        );
                      }}
                    />
                  </Table.Td>
                </Table.Tr>
              );
            })}
          </Table.Tbody>
        </Table>
      )}
    </Panel>
  );
}

function HealthPanel({ workload }: { workload: Workload }) {
  const { t } = useTranslation();
  const { health } = workload;
  return (
    <Panel title={t('plan.runtime.health')}>
      <Group gap="xs">
        <Text size="sm">
          {t(`plan.runtime.healthKinds.${health.kind}`, {
            path: 'path' in health ? health.path : '',
            port: 'port' in health ? health.port : '',
          })}
        </Text>
        {workload.init ? (
          <Text size="sm" c="dimmed">
            · {t('plan.runtime.init')}
          </Text>
        ) : null}
      </Group>
    </Panel>
  );
}
