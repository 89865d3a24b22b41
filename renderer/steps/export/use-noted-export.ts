import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { JobStatus } from '../../jobs/job-state.ts';
import { useProject } from '../../project/project.ts';

/** Reads the project again once an export is done: it remembers the last one. */
export function useNotedExport(status: JobStatus): void {
  const queries = useQueryClient();
  const { directory } = useProject();
  useEffect(() => {
    if (status === 'done') void queries.invalidateQueries({ queryKey: ['project', directory] });
  }, [status, queries, directory]);
}
