import { Button, Group, Tabs } from '@mantine/core';
import { IconArrowRight, IconPlayerPlay, IconPlayerStop, IconRocket } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigation } from '../../app/navigation/navigation.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorCard } from '../../components/error-card.tsx';
import { StepPage } from '../../components/step-page.tsx';
import { JobPanel } from '../../jobs/job-panel.tsx';
import { useProject } from '../../project/project.ts';
import { ContainersView } from './containers/containers-view.tsx';
import { ParityView } from './parity/parity-view.tsx';
import { ResultView } from './result-view.tsx';
import classes from './run.module.css';
import { RunLog } from './terminal/run-log.tsx';
import { useRun, useStop } from './use-run.ts';

const tabs = ['result', 'parity', 'containers', 'log'] as const;
type Tab = (typeof tabs)[number];

/** The wizard's sixth step: images are built, started, compared with the server, repaired. */
export function RunStep() {
  const { t } = useTranslation();
  const { lastRun, docker } = useProject();
  const run = useRun();
  const goTo = useNavigation((navigation) => navigation.goTo);
  const running = run.status === 'running';
  const idle = lastRun === undefined && run.status === 'idle';
  return (
    <StepPage
      layout="fill"
      title={t('run.title')}
      description={t('run.lead', { docker: docker?.host ?? 'Docker' })}
      actions={idle || running ? null : <Actions onStart={run.start} />}
      footer={
        <Button rightSection={<IconArrowRight size={16} />} onClick={() => goTo('export')} disabled={running}>
          {t('common.continueTo', { step: t('app.steps.export') })}
        </Button>
      }
    >
      {idle ? (
        <EmptyState
          icon={<IconRocket size={28} />}
          title={t('run.empty.title')}
          text={t('run.empty.text')}
          action={<Button onClick={run.start}>{t('run.start')}</Button>}
        />
      ) : null}
      {running || run.status === 'failed' || run.status === 'cancelled' ? (
        <JobPanel
          job={run}
          logOpen={running}
          log={
            <div className={classes.running}>
              <RunLog lines={run.log} />
            </div>
          }
        />
      ) : null}
      {lastRun === undefined || running ? null : <Results />}
    </StepPage>
  );
}

function Actions({ onStart }: { onStart: () => void }) {
  const { t } = useTranslation();
  const { lastRun } = useProject();
  const stop = useStop();
  return (
    <Group gap="xs">
      {lastRun === undefined ? null : (
        <Button
          variant="default"
          leftSection={<IconPlayerStop size={16} />}
          loading={stop.status === 'running'}
          onClick={stop.start}
        >
          {t('run.stop')}
        </Button>
      )}
      <Button leftSection={<IconPlayerPlay size={16} />} onClick={onStart}>
        {t(lastRun === undefined ? 'run.start' : 'run.again')}
      </Button>
    </Group>
  );
}

function Results() {
  const { t } = useTranslation();
  const [tab, setTab] = useState<Tab>('result');
  const run = useRun();
  const stop = useStop();
  return (
    <>
      {stop.error === undefined ? null : <ErrorCard error={stop.error} onRetry={stop.retry} />}
      <Tabs
        value={tab}
        onChange={(value) => setTab(tabs.find((one) => one === value) ?? 'result')}
        keepMounted={false}
        className={classes.tabs}
      >
        <Tabs.List aria-label={t('run.tabs.label')}>
          {tabs.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {t(`run.tabs.${one}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="result" className={classes.panel}>
          <ResultView />
        </Tabs.Panel>
        <Tabs.Panel value="parity" className={classes.panel}>
          <ParityView />
        </Tabs.Panel>
        <Tabs.Panel value="containers" className={classes.panel}>
          <ContainersView />
        </Tabs.Panel>
        <Tabs.Panel value="log" className={classes.panel}>
          <RunLog lines={run.log} />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}
