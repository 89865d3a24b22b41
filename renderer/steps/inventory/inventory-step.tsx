import { Button, Group, Text } from '@mantine/core';
import { IconArrowRight, IconRadar2, IconRefresh } from '@tabler/icons-react';
import { useDeferredValue } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigation } from '../../app/navigation/navigation.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorCard } from '../../components/error-card.tsx';
import { formatDate } from '../../components/format-date.ts';
import { Loading } from '../../components/loading.tsx';
import { StepPage } from '../../components/step-page.tsx';
import { toErrorData } from '../../engine/error-data.ts';
import { JobPanel } from '../../jobs/job-panel.tsx';
import { useProject } from '../../project/project.ts';
import { Changing } from '../../project/read-only.tsx';
import { SaveFacts } from './save-facts.tsx';
import { useScanFacts } from './scan-facts.ts';
import { useScan } from './use-scan.ts';
import { InventoryViews } from './views/inventory-views.tsx';

/** The wizard's third step: what runs on the server. */
export function InventoryStep() {
  const { t, i18n } = useTranslation();
  const { scan } = useProject();
  const job = useScan();
  const goTo = useNavigation((navigation) => navigation.goTo);
  const running = job.status === 'running';
  return (
    <StepPage
      layout="fill"
      title={t('inventory.title')}
      description={
        scan === undefined ? (
          t('inventory.lead')
        ) : (
          <Text span inherit>
            {t('inventory.takenAt', { when: formatDate(scan.takenAt, i18n.language, 'moment') })} ·{' '}
            {t(`inventory.access.${scan.access}`)}
          </Text>
        )
      }
      actions={
        scan === undefined || running ? null : (
          <Group gap="xs">
            <SaveFacts />
            <Changing>
              <Button variant="default" leftSection={<IconRefresh size={16} />} onClick={job.start}>
                {t('inventory.scanAgain')}
              </Button>
            </Changing>
          </Group>
        )
      }
      footer={
        <Button rightSection={<IconArrowRight size={16} />} onClick={() => goTo('plan')} disabled={scan === undefined}>
          {t('common.continueTo', { step: t('app.steps.plan') })}
        </Button>
      }
    >
      {job.error === undefined ? null : (
        <Changing>
          <ErrorCard
            error={job.error}
            onRetry={job.retry}
            actions={job.error.code.startsWith('server.') ? <ToConnect /> : undefined}
          />
        </Changing>
      )}
      {running ? <JobPanel job={job} /> : null}
      {scan === undefined && !running && job.error === undefined ? (
        <EmptyState
          icon={<IconRadar2 size={28} />}
          title={t('inventory.empty.title')}
          text={t('inventory.empty.text')}
          action={
            <Changing>
              <Button onClick={job.start}>{t('inventory.scan')}</Button>
            </Changing>
          }
        />
      ) : null}
      {scan === undefined || running ? null : <Found scan={scan.id} />}
    </StepPage>
  );
}

/** Another key, account or way there is chosen where the server is. */
function ToConnect() {
  const { t } = useTranslation();
  const goTo = useNavigation((navigation) => navigation.goTo);
  return (
    <Button size="xs" variant="default" onClick={() => goTo('connect')}>
      {t('inventory.toConnect')}
    </Button>
  );
}

function Found({ scan }: { scan: string }) {
  const { data, error, refetch } = useScanFacts(scan);
  // Much to draw: the page goes on answering meanwhile.
  const found = useDeferredValue(data);
  if (error !== null) return <ErrorCard error={toErrorData(error)} onRetry={() => void refetch()} />;
  return found === undefined ? <Loading lines={8} /> : <InventoryViews facts={found.facts} services={found.services} />;
}
