import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useSay } from '../i18n/said.tsx';
import { useJobs } from '../jobs/jobs-context.tsx';
import { useOptionalProject } from '../project/project.ts';

const sweep = 'sweep ';

/** Cleans up on the Docker host after a run that was killed, as soon as its project is open again. */
export function useSweep(): void {
  const jobs = useJobs();
  const queries = useQueryClient();
  const { t } = useTranslation();
  const say = useSay();
  const project = useOptionalProject();
  // What another program has open is its own to clean up.
  const isOurs = project?.heldBy === undefined;
  const directory = project?.interrupted === true && isOurs ? project.directory : undefined;
  useEffect(
    () =>
      jobs.listen((name, { status, error }) => {
        if (!name.startsWith(sweep) || status !== 'failed') return;
        notifications.show({ color: 'red', title: t('jobs.sweep.failed'), message: say(error?.message ?? '') });
      }),
    [jobs, t, say],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: once a project, not once a language
  useEffect(() => {
    if (directory === undefined) return;
    jobs.start({
      key: sweep + directory,
      title: t('jobs.sweep.title'),
      run: (client, signal) => client.projects.sweep({ directory }, { signal }),
      onDone: () => void queries.invalidateQueries({ queryKey: ['project', directory] }),
    });
  }, [jobs, queries, directory]);
}
