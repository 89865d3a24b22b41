import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useEngine } from '../engine/engine-provider.tsx';
import { useSay } from '../i18n/said.tsx';
import type { JobState } from '../jobs/job-state.ts';
import { useJobs } from '../jobs/jobs-context.tsx';

type Occasion = 'done' | 'failed' | 'question';

/** Tells the desktop when a job ends or asks while the person looks elsewhere. */
export function useJobNotices(): void {
  const client = useEngine();
  const jobs = useJobs();
  const { t } = useTranslation();
  const say = useSay();
  useEffect(
    () =>
      jobs.listen((_key, state) => {
        const occasion = occasionOf(state);
        if (occasion === undefined || document.hasFocus()) return;
        const title = t(`jobs.notify.${occasion}`, { title: state.title });
        // A desktop that shows no notices is no reason to disturb.
        client.shell.notify({ title, body: say(state.error?.message ?? '') }).catch(() => {});
      }),
    [jobs, client, t, say],
  );
}

function occasionOf(state: JobState<unknown>): Occasion | undefined {
  if (state.status === 'done' || state.status === 'failed') return state.status;
  return state.questions.length > 0 ? 'question' : undefined;
}
