import { ActionIcon, Stack, Tabs, Text, UnstyledButton } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconBoxOff, IconLock, IconPlayerPlay, IconPlayerStop } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RunningContainer } from '../../../../shared/model/containers.ts';
import { EmptyState } from '../../../components/empty-state.tsx';
import { Loading } from '../../../components/loading.tsx';
import { useEngine } from '../../../engine/engine-provider.tsx';
import { toErrorData } from '../../../engine/error-data.ts';
import { useSay } from '../../../i18n/said.tsx';
import { useProject } from '../../../project/project.ts';
import { Changing, useReadOnly } from '../../../project/read-only.tsx';
import { DockerError } from '../docker-error.tsx';
import classes from '../run.module.css';
import { ContainerLog } from '../terminal/container-log.tsx';
import { ContainerShell } from '../terminal/container-shell.tsx';
import { StatsView } from './stats-view.tsx';
import { useStateText } from './use-state-text.ts';

/** The containers of the last run: state, live figures, logs, a shell. */
export function ContainersView() {
  const { t } = useTranslation();
  const client = useEngine();
  const { directory } = useProject();
  const [chosen, setChosen] = useState<string>();
  const { data, error, refetch } = useQuery({
    queryKey: ['containers', directory],
    queryFn: () => client.containers.list({ directory }),
    refetchInterval: 3000,
  });
  if (data === undefined) {
    return error === null ? (
      <Loading lines={4} />
    ) : (
      <DockerError error={toErrorData(error)} onRetry={() => void refetch()} />
    );
  }
  const shown = data.find(({ id }) => id === chosen) ?? data[0];
  if (shown === undefined) {
    return (
      <EmptyState
        icon={<IconBoxOff size={28} />}
        title={t('run.containers.none.title')}
        text={t('run.containers.none.text')}
      />
    );
  }
  return (
    <div className={classes.containers}>
      <Stack component="nav" gap="xs" aria-label={t('run.containers.list')}>
        {data.map((container) => (
          <ContainerCard
            key={container.id}
            container={container}
            selected={container.id === shown.id}
            onSelect={() => setChosen(container.id)}
          />
        ))}
      </Stack>
      <Details key={shown.id} container={shown} />
    </div>
  );
}

interface CardProps {
  container: RunningContainer;
  selected: boolean;
  onSelect: () => void;
}

function ContainerCard({ container, selected, onSelect }: CardProps) {
  const { t } = useTranslation();
  const client = useEngine();
  const queries = useQueryClient();
  const { directory } = useProject();
  const say = useSay();
  const stateText = useStateText();
  const running = container.state === 'running';
  const { name } = container;
  const toggle = useMutation({
    mutationFn: () => client.containers[running ? 'stop' : 'start']({ directory, container: container.id }),
    onError: (thrown) => {
      const { code, message } = toErrorData(thrown);
      notifications.show({ color: 'red', title: t(`errors.${code}.title`), message: say(message) });
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['containers', directory] }),
  });
  const label = t(running ? 'run.containers.stopOne' : 'run.containers.startOne', { name });
  return (
    <div className={classes.card}>
      <UnstyledButton
        className={classes.container}
        data-selected={selected || undefined}
        aria-current={selected ? 'true' : undefined}
        onClick={onSelect}
      >
        <Text size="sm" fw={600} truncate>
          {container.workload || name}
        </Text>
        <Text size="xs" c="dimmed" truncate title={name}>
          {name}
        </Text>
        <Text size="xs" c="dimmed" truncate>
          {stateText(container)}
        </Text>
      </UnstyledButton>
      <Changing>
        <ActionIcon
          variant="subtle"
          color="gray"
          className={classes.toggle}
          aria-label={label}
          title={label}
          loading={toggle.isPending}
          onClick={() => toggle.mutate()}
        >
          {running ? <IconPlayerStop size={16} /> : <IconPlayerPlay size={16} />}
        </ActionIcon>
      </Changing>
    </div>
  );
}

const tabs = ['stats', 'logs', 'shell'] as const;

function Details({ container }: { container: RunningContainer }) {
  const { t } = useTranslation();
  // One that was started again is connected to again.
  const start = container.startedAt;
  return (
    <Tabs defaultValue="stats" keepMounted={false} className={classes.tabs}>
      <Tabs.List>
        {tabs.map((tab) => (
          <Tabs.Tab key={tab} value={tab}>
            {t(`run.containers.${tab}`)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {/* It scrolls, and has nothing in it to go to by keyboard. */}
      <Tabs.Panel value="stats" className={classes.panel} tabIndex={0}>
        <StatsView key={start} container={container} />
      </Tabs.Panel>
      <Tabs.Panel value="logs" className={classes.panel}>
        <ContainerLog key={start} container={container} />
      </Tabs.Panel>
      <Tabs.Panel value="shell" className={classes.panel}>
        <Shell key={start} container={container} />
      </Tabs.Panel>
    </Tabs>
  );
}

/** What is typed into a shell changes things: while the project can only be looked at, there is none. */
function Shell({ container }: { container: RunningContainer }) {
  const { t } = useTranslation();
  const reason = useReadOnly();
  if (reason === undefined) return <ContainerShell container={container} />;
  return <EmptyState icon={<IconLock size={28} />} title={t('run.containers.shellHeld')} text={reason} />;
}
