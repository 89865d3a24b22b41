import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { MigrationResult } from '../../../shared/model/result.ts';
import type { JobSpec } from '../../jobs/jobs.ts';
import { useJob } from '../../jobs/use-job.ts';
import { useProject } from '../../project/project.ts';
import { useLastRun } from './use-last-run.ts';

/** What a run changes: all that is shown of a project but its scans. */
const touched = ['project', 'plan', 'evidence', 'files', 'parity', 'containers', 'export'];

/** Fetch, build, start, compare, repair: the whole of a project's test run. */
export function useRun() {
  const { t } = useTranslation();
  const { directory, name } = useProject();
  const refresh = useRefresh(directory);
  const spec = useMemo(
    (): JobSpec<MigrationResult> => ({
      key: `run ${directory}`,
      title: t('run.running', { name }),
      run: (client, signal) => client.projects.run({ directory }, { signal }),
      onDone: refresh,
    }),
    [directory, name, refresh, t],
  );
  const run = useJob(spec);
  useLastRun(directory, spec, run);
  return run;
}

/** Stops and removes what the last run left running. */
export function useStop() {
  const { t } = useTranslation();
  const { directory, name } = useProject();
  const queries = useQueryClient();
  const refresh = useRefresh(directory);
  return useJob<{ removed: number }>(
    useMemo(
      () => ({
        key: `stop ${directory}`,
        title: t('run.stopping', { name }),
        run: (client, signal) => client.projects.stop({ directory }, { signal }),
        onDone: () => {
          refresh();
          queries.setQueryData(['containers', directory], []);
        },
      }),
      [directory, name, queries, refresh, t],
    ),
  );
}

function useRefresh(directory: string): () => void {
  const queries = useQueryClient();
  return useMemo(
    () => () => {
      for (const area of touched) void queries.invalidateQueries({ queryKey: [area, directory] });
      // Where nobody looks at them they are not read again: better not known than those of before.
      void queries.resetQueries({ queryKey: ['containers', directory] });
    },
    [queries, directory],
  );
}
