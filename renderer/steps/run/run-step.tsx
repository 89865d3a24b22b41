import { Button, Group, Tabs } from '@mantine/core';
import { IconArrowRight, IconPlayerPlay, IconPlayerStop, IconRocket } from '@tabler/icons-react';
import { skipToken, useQuery } from '@tanstack/react-query';
import { startTransition, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RunningContainer } from '../../../shared/model/containers.ts';
import { showFile } from '../../app/navigation/file-request.ts';
import { useNavigation } from '../../app/navigation/navigation.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorCard } from '../../components/error-card.tsx';
import { StepPage } from '../../components/step-page.tsx';
import { useEngine } from '../../engine/engine-provider.tsx';
import { JobPanel } from '../../jobs/job-panel.tsx';
import { useProject } from '../../project/project.ts';
import { Changing } from '../../project/read-only.tsx';
import { ContainersView } from './containers/containers-view.tsx';
import { ParityView } from './parity/parity-view.tsx';
import { ResultView } from './result-view.tsx';
import classes from './run.module.css';
import { type RunTab, runTabs } from './run-tabs.ts';
import { RunLog } from './terminal/run-log.tsx';
import { useRun, useStop } from './use-run.ts';

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
      description={docker?.host === undefined ? t('run.lead') : t('run.leadOn', { docker: docker.host })}
      actions={
        idle || running ? null : (
          <Changing>
            <Actions onStart={run.start} />
          </Changing>
        )
      }
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
          action={
            <Changing>
              <Button onClick={run.start}>{t('run.start')}</Button>
            </Changing>
          }
        />
      ) : null}
      {running || run.status === 'failed' || run.status === 'cancelled' ? (
        <JobPanel
          // Once it has ended, the log gives way to the results of the run before.
          key={running ? 'running' : 'ended'}
          job={run}
          logOpen={running}
          fill={running || lastRun === undefined}
          errorActions={run.error?.code === 'file.conflict' ? <ToEditor /> : undefined}
          log={
            <div className={classes.running}>
              <RunLog lines={run.log} running={running} />
            </div>
          }
        />
      ) : null}
      {lastRun === undefined || running ? null : <Results run={run} />}
    </StepPage>
  );
}

function Actions({ onStart }: { onStart: () => void }) {
  const { t } = useTranslation();
  const { lastRun } = useProject();
  const stop = useStop();
  const isKept = useKept();
  return (
    <Group gap="xs">
      {isKept ? (
        <Button
          variant="default"
          leftSection={<IconPlayerStop size={16} />}
          loading={stop.status === 'running'}
          onClick={stop.start}
        >
          {t('run.stop')}
        </Button>
      ) : null}
      <Button
        // Once there is a result, the way on is what the page leads to.
        variant={lastRun === undefined ? 'filled' : 'default'}
        leftSection={<IconPlayerPlay size={16} />}
        onClick={onStart}
      >
        {t(lastRun === undefined ? 'run.start' : 'run.again')}
      </Button>
    </Group>
  );
}

/** Whether the last run may have left containers: what is known of them without asking the Docker host. */
function useKept(): boolean {
  const { directory, lastRun } = useProject();
  const { data } = useQuery<RunningContainer[]>({ queryKey: ['containers', directory], queryFn: skipToken });
  const built =
    lastRun?.result.workloads.some(({ image, verdict }) => image !== undefined && verdict !== 'skipped') ?? false;
  return data === undefined ? built : data.length > 0;
}

/** Where the conflicts stand that keep a run from beginning. */
function ToEditor() {
  const { t } = useTranslation();
  const client = useEngine();
  const { directory } = useProject();
  async function show() {
    const files = await client.files.list({ directory }).catch(() => []);
    const path = files.find(({ state }) => state === 'conflict')?.path;
    if (path === undefined) useNavigation.getState().goTo('edit');
    else showFile({ directory, path });
  }
  return (
    <Button size="xs" onClick={() => void show()}>
      {t('plan.resolve')}
    </Button>
  );
}

type Run = ReturnType<typeof useRun>;

function Results({ run }: { run: Run }) {
  const { t } = useTranslation();
  const [tab, setTab] = useState<RunTab>('result');
  const stop = useStop();
  return (
    <>
      {stop.error === undefined ? null : (
        <Changing>
          <ErrorCard error={stop.error} onRetry={stop.retry} />
        </Changing>
      )}
      <Tabs
        value={tab}
        onChange={(value) => startTransition(() => setTab(runTabs.find((one) => one === value) ?? 'result'))}
        keepMounted={false}
        className={classes.tabs}
      >
        <Tabs.List aria-label={t('run.tabs.label')}>
          {runTabs.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {t(`run.tabs.${one}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="result" className={classes.panel}>
          <ResultView onTab={setTab} />
        </Tabs.Panel>
        <Tabs.Panel value="parity" className={classes.panel}>
          <ParityView />
        </Tabs.Panel>
        <Tabs.Panel value="containers" className={classes.panel}>
          <ContainersView />
        </Tabs.Panel>
        <Tabs.Panel value="log" className={classes.panel}>
          <Course run={run} />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}

/** How the last run went; where it failed, its steps stand above already. */
function Course({ run }: { run: Run }) {
  const log = <RunLog lines={run.log} running={false} />;
  if (run.status !== 'done') return log;
  return <JobPanel job={run} fill logOpen log={<div className={classes.running}>{log}</div>} />;
}
