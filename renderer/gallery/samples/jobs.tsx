import { useTranslation } from 'react-i18next';
import { JobPanel } from '../../jobs/job-panel.tsx';
import { applyMessages, failJob, type JobState, startedJob } from '../../jobs/job-state.ts';
import type { JobHandle } from '../../jobs/use-job.ts';
import { Sample } from '../sample.tsx';

const start = Date.UTC(2026, 10, 2, 8, 30);
const later = start + 72_000;

export function JobSamples() {
  const { t } = useTranslation();
  const running = withProgress(startedJob<unknown>(t('app.steps.run'), start));
  const done = applyMessages(running, [{ type: 'result', result: undefined }], later);
  const failed = failJob(running, { code: 'docker.no-space', message: 'no space left on device' }, later);
  const cancelled = failJob(running, { code: 'cancelled', message: 'Cancelled.' }, later);
  return (
    <>
      <Sample name="JobPanel, running">
        <JobPanel job={still({ ...running, startedAt: Date.now() - 72_000 })} logOpen />
      </Sample>
      <Sample name="JobPanel, being cancelled">
        <JobPanel job={still({ ...running, startedAt: Date.now() - 72_000, cancelling: true })} />
      </Sample>
      <Sample name="JobPanel, filling its place, the log beside the steps">
        <div style={{ display: 'flex', height: 360 }}>
          <JobPanel job={still({ ...running, startedAt: Date.now() - 72_000 })} logOpen fill />
        </div>
      </Sample>
      <Sample name="JobPanel, done">
        <JobPanel job={still(done)} />
      </Sample>
      <Sample name="JobPanel, failed">
        <JobPanel job={still(failed)} />
      </Sample>
      <Sample name="JobPanel, cancelled">
        <JobPanel job={still(cancelled)} />
      </Sample>
    </>
  );
}

function withProgress(state: JobState<unknown>): JobState<unknown> {
  const repair = {
    round: 1,
    rule: 'missing-directory',
    symptom: 'The log says: cannot open /var/log/portal: No such file or directory.',
    change: 'Makes /var/log/portal, as it is on the server.',
  };
  return applyMessages(
    state,
    [
      { type: 'progress', step: 'connect', done: 1, total: 1, unit: 'steps' },
      { type: 'progress', step: 'extract', workload: 'portal', done: 36_041_728, total: 36_041_728, unit: 'bytes' },
      { type: 'progress', step: 'extract', workload: 'portal-cache', done: 1_048_576, total: 1_048_576, unit: 'bytes' },
      { type: 'repair', workload: 'portal', repair },
      { type: 'log', step: 'build', workload: 'portal', text: 'Step 2/3 : ADD payload.tar /' },
      { type: 'warning', step: 'build', text: 'The Docker host has 3.2 GB left.' },
      { type: 'progress', step: 'build', workload: 'portal', done: 14_200_000, total: 36_041_728, unit: 'bytes' },
    ],
    start,
  );
}

/** A job that only stands there. */
function still(state: JobState<unknown>): JobHandle<unknown> {
  const nothing = () => {};
  return { ...state, start: nothing, cancel: nothing, retry: nothing, clear: nothing };
}
