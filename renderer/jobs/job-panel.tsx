import { Button } from '@mantine/core';
import { IconPlayerStop, IconRefresh } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorCard } from '../components/error-card.tsx';
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
}

/** A job as it goes: its steps with progress, elapsed time, cancel, log, repairs, and how it ended. */
export function JobPanel<Result>({ job, logOpen = false, log }: JobPanelProps<Result>) {
  const { t } = useTranslation();
  const [showLog, setShowLog] = useState(logOpen);
  const elapsed = useElapsed(job);
  if (job.status === 'idle') return null;
  const running = job.status === 'running';
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms
    <div role="group" className={classes.panel} aria-label={job.title}>
      <header className={classes.header}>
        <div className={classes.title} role="status">
          {job.title}
          <span className={classes.status}>{t(`jobs.status.${job.status}`)}</span>
        </div>
        <span className={classes.elapsed} title={t('jobs.elapsed')}>
          {formatElapsed(elapsed)}
        </span>
        {running ? (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconPlayerStop size={14} />}
            loading={job.cancelling}
            onClick={job.cancel}
          >
            {t('jobs.cancel')}
          </Button>
        ) : (
          <Button size="xs" variant="default" leftSection={<IconRefresh size={14} />} onClick={job.retry}>
            {t('jobs.retry')}
          </Button>
        )}
      </header>
      <JobSteps job={job} />
      {job.error === undefined ? null : <ErrorCard error={job.error} />}
      <RepairList repairs={job.repairs} />
      <div>
        <Button size="compact-xs" variant="subtle" aria-expanded={showLog} onClick={() => setShowLog(!showLog)}>
          {showLog ? t('jobs.hideLog') : t('jobs.showLog')}
        </Button>
      </div>
      {showLog ? (log ?? <LogView lines={job.log} logged={job.logged} />) : null}
    </div>
  );
}
