import { ActionIcon, Button, Loader, Tooltip } from '@mantine/core';
import { IconKeyboard, IconPlayerStop } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { formatElapsed, useElapsed } from '../../jobs/elapsed.ts';
import { type ListedJob, useJobs, useRunningJobs } from '../../jobs/jobs-context.tsx';
import { useProgressText } from '../../jobs/progress-text.ts';
import { useCommandState } from '../commands/command-state.ts';
import classes from './layout.module.css';

/** What runs, whichever step one is at; each can be cancelled from here. */
export function StatusBar() {
  const { t } = useTranslation();
  const jobs = useRunningJobs();
  const showShortcuts = useCommandState((state) => state.showShortcuts);
  return (
    <footer className={classes.status}>
      {jobs.length === 0 ? (
        <span className={classes.jobs}>{t('jobs.idle')}</span>
      ) : (
        <ul className={classes.jobs} aria-label={t('jobs.running', { count: jobs.length })}>
          {jobs.map((job) => (
            <RunningJob key={job.key} job={job} />
          ))}
        </ul>
      )}
      <Tooltip label={t('app.commands.shortcuts')}>
        <ActionIcon
          size="sm"
          variant="subtle"
          color="gray"
          aria-label={t('app.commands.shortcuts')}
          onClick={() => showShortcuts(true)}
        >
          <IconKeyboard size={16} />
        </ActionIcon>
      </Tooltip>
    </footer>
  );
}

function RunningJob({ job: { key, state } }: { job: ListedJob }) {
  const { t } = useTranslation();
  const jobs = useJobs();
  const elapsed = useElapsed(state);
  const progressText = useProgressText();
  const step = state.steps.at(-1);
  const newest = step === undefined ? undefined : Object.values(step.progress).at(-1);
  const parts = [
    state.title,
    step === undefined ? '' : t(`jobs.step.${step.step}`),
    newest === undefined ? '' : progressText(newest),
  ];
  return (
    <li className={classes.job}>
      <Loader size={12} aria-hidden />
      <span className={classes.jobText}>{parts.filter((part) => part !== '').join(' · ')}</span>
      <span className={classes.jobTime}>{formatElapsed(elapsed)}</span>
      <Button
        size="compact-xs"
        variant="subtle"
        color="gray"
        leftSection={<IconPlayerStop size={12} />}
        loading={state.cancelling}
        aria-label={t('jobs.cancelNamed', { title: state.title })}
        onClick={() => jobs.cancel(key)}
      >
        {t('jobs.cancel')}
      </Button>
    </li>
  );
}
