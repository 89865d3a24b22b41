import { Loader, Progress } from '@mantine/core';
import { IconCheck, IconPlayerStop, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './job-panel.module.css';
import type { JobState, JobStatus, ProgressEvent, StepProgress } from './job-state.ts';
import { useProgressText } from './progress-text.ts';

type Mark = 'running' | 'done' | 'failed' | 'cancelled';

/** The steps that the job has come to, each with its workloads' progress. */
export function JobSteps({ job }: { job: Pick<JobState<unknown>, 'steps' | 'status'> }) {
  const last = job.steps.length - 1;
  return (
    <ol className={classes.steps}>
      {job.steps.map((step, index) => (
        <StepRow key={step.step} step={step} mark={index < last ? 'done' : markOf(job.status)} />
      ))}
    </ol>
  );
}

function markOf(status: JobStatus): Mark {
  return status === 'idle' ? 'done' : status;
}

function StepRow({ step, mark }: { step: StepProgress; mark: Mark }) {
  const { t } = useTranslation();
  const progressText = useProgressText();
  return (
    <li className={classes.step} data-mark={mark}>
      <span className={classes.mark} role="img" aria-label={t(`jobs.status.${mark}`)}>
        <MarkIcon mark={mark} />
      </span>
      <span className={classes.stepName}>{t(`jobs.step.${step.step}`)}</span>
      <div className={classes.bars}>
        {Object.entries(step.progress).map(([workload, event]) => (
          <div key={workload} className={classes.bar}>
            {workload === '' ? null : <span className={classes.workload}>{workload}</span>}
            {mark === 'running' && event.total !== undefined && event.total > 0 ? (
              <Progress
                className={classes.track ?? ''}
                value={(event.done / event.total) * 100}
                aria-label={`${t(`jobs.step.${step.step}`)} ${workload}`}
                size="sm"
              />
            ) : null}
            <span className={classes.amount}>{amountOf(event, mark, progressText)}</span>
          </div>
        ))}
      </div>
    </li>
  );
}

/** What was done of what is done is worth a word only where it is an amount. */
function amountOf(event: ProgressEvent, mark: Mark, text: (event: ProgressEvent) => string): string {
  if (mark !== 'done') return text(event);
  return event.unit === 'steps' ? '' : text({ ...event, total: undefined });
}

function MarkIcon({ mark }: { mark: Mark }) {
  if (mark === 'running') return <Loader size={14} />;
  if (mark === 'done') return <IconCheck size={16} />;
  if (mark === 'failed') return <IconX size={16} />;
  return <IconPlayerStop size={16} />;
}
