import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useJob } from '../../../jobs/use-job.ts';
import { useProject } from '../../../project/project.ts';

/** Looks at a workload's files on the server, without fetching them. */
export function useSurvey(workload: string) {
  const { t } = useTranslation();
  const { directory } = useProject();
  const queries = useQueryClient();
  return useJob(
    useMemo(
      () => ({
        key: `survey ${directory} ${workload}`,
        title: t('plan.files.looking', { name: workload }),
        run: (client, signal) => client.projects.survey({ directory, workload }, { signal }),
        onDone: () => void queries.invalidateQueries({ queryKey: ['evidence', directory] }),
      }),
      [directory, workload, queries, t],
    ),
  );
}
