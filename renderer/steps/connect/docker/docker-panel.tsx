import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ErrorCard } from '../../../components/error-card.tsx';
import { Loading } from '../../../components/loading.tsx';
import { Panel } from '../../../components/panel.tsx';
import { useEngine } from '../../../engine/engine-provider.tsx';
import { toErrorData } from '../../../engine/error-data.ts';
import { DockerForm } from './docker-form.tsx';

/** Where images are built and run: one of this machine's contexts, or an address. */
export function DockerPanel() {
  const { t } = useTranslation();
  const client = useEngine();
  const contexts = useQuery({ queryKey: ['docker-contexts'], queryFn: () => client.machine.dockerContexts() });
  return (
    <Panel title={t('connect.docker.title')} description={t('connect.docker.text')}>
      <Stack>
        {contexts.error === null ? null : (
          <ErrorCard error={toErrorData(contexts.error)} onRetry={() => void contexts.refetch()} />
        )}
        {/* Where the contexts cannot be read, an address can still be typed. */}
        {contexts.isPending ? <Loading lines={3} /> : <DockerForm contexts={contexts.data ?? []} />}
      </Stack>
    </Panel>
  );
}
