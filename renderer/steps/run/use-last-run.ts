import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { EngineClient } from '../../../shared/contract/client.ts';
import type { MigrationResult } from '../../../shared/model/result.ts';
import type { Recorded } from '../../../shared/model/run-record.ts';
import { useEngine } from '../../engine/engine-provider.tsx';
import { type JobState, restoredJob } from '../../jobs/job-state.ts';
import type { JobSpec } from '../../jobs/jobs.ts';
import { useJobs } from '../../jobs/jobs-context.tsx';

/** A run that another page started goes on, or is still cleaning up after a page that was reloaded. */
const waitingMilliseconds = 1000;

/** Where this page has run nothing yet: shows of the run before what was kept of it. */
export function useLastRun(directory: string, spec: JobSpec<MigrationResult>, run: JobState<MigrationResult>): void {
  const client = useEngine();
  const jobs = useJobs();
  const { data } = useQuery({
    queryKey: ['record', directory],
    queryFn: ({ signal }) => readRecord(client, directory, signal),
    enabled: run.status === 'idle' || run.restored,
    refetchOnMount: 'always',
    structuralSharing: false,
    refetchInterval: ({ state }) => (goesOn(state.data) ? waitingMilliseconds : false),
  });
  useEffect(() => {
    const restored = restoredJob<MigrationResult>(spec.title, data ?? []);
    if (restored !== undefined) jobs.restore(spec, restored);
  }, [jobs, spec, data]);
}

function goesOn(record: readonly Recorded[] | undefined): boolean {
  return record !== undefined && record.length > 0 && record.at(-1)?.kind !== 'ended';
}

async function readRecord(client: EngineClient, directory: string, signal: AbortSignal): Promise<Recorded[]> {
  const record: Recorded[] = [];
  for await (const part of await client.projects.record({ directory }, { signal })) record.push(...part);
  return record;
}
