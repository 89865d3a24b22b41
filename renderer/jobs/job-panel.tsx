import { Button } from '@mantine/core';
import { IconPlayerStop, IconRefresh } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorCard } from '../components/error-card.tsx';
import { Changing } from '../project/read-only.tsx';
import { formatElapsed, useElapsed } from './elapsed.ts';
import classes from './job-panel.module.css';
import { JobSteps } from './job-steps.tsx';
import { LogView } from './log-view.tsx';
import { RepairList } from './repair-list.tsx';
import type { JobHandle } from './use-job.ts';

interface JobPanelProps<Result> {
  job: JobHandle<Result>;
  /** Whether the log is open at first. */
  logOpen?: boolean;
  /** Instead of the plain log. */
  log?: ReactNode;
  /** It changes nothing of the project: it can be tried again also where the project can only be looked at. */
  readsOnly?: boolean;
  /** Ways out of how it failed. */
  errorActions?: ReactNode;
  /** Takes the height that is left; where there is room, the log stands beside the steps. */
  fill?: boolean;
}

/** A job as it goes: its steps with progress, elapsed time, cancel, log, repairs, and how it ended. */
export function JobPanel<Result>({
  job,
  logOpen = false,
  log,
  readsOnly = false,
  errorActions,
  fill = false,
}: JobPanelProps<Result>) {
  const { t } = useTranslation();
  const [showLog, setShowLog] = useState(logOpen);
  const elapsed = useElapsed(job);
  if (job.status === 'idle') return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms
    <div role="group" className={classes.panel} data-fill={fill || undefined} aria-label={job.title}>
      <header className={classes.header}>
        <div className={classes.title} role="status">
          {job.title}
          <span className={classes.status}>{t(`jobs.status.${job.status}`)}</span>
        </div>
        <span className={classes.elapsed} title={t('jobs.elapsed')}>
          {formatElapsed(elapsed)}
        </span>
        <Control job={job} readsOnly={readsOnly} />
      </header>
      <div className={classes.body}>
        <div className={classes.course}>
          <JobSteps job={job} />
          {job.error === undefined ? null : <ErrorCard error={job.error} actions={errorActions} />}
          <RepairList repairs={job.repairs} />
          <div>
            <Button size="compact-xs" variant="subtle" aria-expanded={showLog} onClick={() => setShowLog(!showLog)}>
              {showLog ? t('jobs.hideLog') : t('jobs.showLog')}
            </Button>
          </div>
        </div>
        {showLog ? (
          <div className={classes.record}>{log ?? <LogView lines={job.log} logged={job.logged} />}</div>
        ) : null}
      </div>
    </div>
  );
}

/** The way out of a job that runs, and back into one that did not come to its end. */
function Control<Result>({ job, readsOnly }: { job: JobHandle<Result>; readsOnly: boolean }) {
  const { t } = useTranslation();
  if (job.status === 'done') return null;
  if (job.status === 'running') {
    return (
      <Button
        size="xs"
        variant="default"
        leftSection={<IconPlayerStop size={14} />}
        loading={job.cancelling}
        onClick={job.cancel}
      >
        {t('jobs.cancel')}
      </Button>
    );
  }
  const retry = (
    <Button size="xs" variant="default" leftSection={<IconRefresh size={14} />} onClick={job.retry}>
      {t('jobs.retry')}
    </Button>
  );
  return readsOnly ? retry : <Changing>{retry}</Changing>;
}
