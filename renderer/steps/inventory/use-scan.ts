import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useJob } from '../../jobs/use-job.ts';
import { useProject } from '../../project/project.ts';

/** The scan of the project's server; the screens that show a scan or the plan read anew when it is done. */
export function useScan() {
  const { t } = useTranslation();
  const { directory, server } = useProject();
  const queries = useQueryClient();
  return useJob(
    useMemo(
      () => ({
        key: `scan ${directory}`,
        title: t('inventory.scanning', { server: server?.target ?? '' }),
        run: (client, signal) => client.projects.scan({ directory }, { signal }),
        onDone: () => {
          for (const area of ['project', 'scans', 'plan']) {
            void queries.invalidateQueries({ queryKey: [area, directory] });
          }
        },
      }),
      [directory, server, queries, t],
    ),
  );
}
