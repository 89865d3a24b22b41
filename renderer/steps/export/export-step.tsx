import { Alert, Anchor, SegmentedControl, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigation } from '../../app/navigation/navigation.ts';
import { Columns } from '../../components/columns.tsx';
import { ErrorCard } from '../../components/error-card.tsx';
import { Loading } from '../../components/loading.tsx';
import { Panel } from '../../components/panel.tsx';
import { StepPage } from '../../components/step-page.tsx';
import { useEngine } from '../../engine/engine-provider.tsx';
import { toErrorData } from '../../engine/error-data.ts';
import { useProject } from '../../project/project.ts';
import { Colleague } from './colleague.tsx';
import { ContentPanel } from './content-panel.tsx';
import { CopyForm } from './copy-form.tsx';
import { PushForm } from './push-form.tsx';
import { SecretsPanel } from './secrets-panel.tsx';

const ways = ['push', 'folder', 'zip'] as const;
type Way = (typeof ways)[number];

/** The wizard's last step: the bundle leaves the machine, its secrets do not. */
export function ExportStep() {
  const { t } = useTranslation();
  const { lastRun } = useProject();
  const goTo = useNavigation((navigation) => navigation.goTo);
  return (
    <StepPage layout="wide" title={t('export.title')} description={t('export.lead')}>
      <Stack>
        {lastRun === undefined ? (
          <Alert color="amber" title={t('export.notRun.title')}>
            {t('export.notRun.text')}{' '}
            <Anchor component="button" type="button" size="sm" onClick={() => goTo('run')}>
              {t('export.toRun')}
            </Anchor>
          </Alert>
        ) : null}
        <Preview />
      </Stack>
    </StepPage>
  );
}

function Preview() {
  const { t } = useTranslation();
  const client = useEngine();
  const { directory } = useProject();
  const [way, setWay] = useState<Way>('push');
  const [targets, setTargets] = useState({ folder: `${directory}-export`, zip: `${directory}.zip` });
  const { data, error, refetch } = useQuery({
    queryKey: ['export', directory],
    queryFn: () => client.bundle.preview({ directory }),
  });
  if (error !== null) return <ErrorCard error={toErrorData(error)} onRetry={() => void refetch()} />;
  if (data === undefined) return <Loading lines={6} />;
  return (
    <Columns
      first={
        <>
          <Panel>
            <Stack gap="md">
              <SegmentedControl
                aria-label={t('export.ways.label')}
                value={way}
                onChange={setWay}
                data={ways.map((value) => ({ value, label: t(`export.ways.${value}`) }))}
              />
              {way === 'push' ? (
                <PushForm preview={data} />
              ) : (
                <CopyForm
                  key={way}
                  kind={way}
                  target={targets[way]}
                  onTarget={(target) => setTargets({ ...targets, [way]: target })}
                />
              )}
            </Stack>
          </Panel>
          <Colleague
            hasSecrets={data.secrets.length > 0}
            delivery={way === 'push' ? { way, remote: data.remotes[0] } : { way, target: targets[way] }}
          />
        </>
      }
      second={
        <>
          <SecretsPanel secrets={data.secrets} />
          <ContentPanel files={data.files} />
        </>
      }
    />
  );
}
