import { createContext, type PropsWithChildren, useContext } from 'react';
import { useStore } from 'zustand';
import type { JobState } from './job-state.ts';
import type { Jobs } from './jobs.ts';

const JobsContext = createContext<Jobs | undefined>(undefined);

export function JobsProvider({ jobs, children }: PropsWithChildren<{ jobs: Jobs }>) {
  return <JobsContext value={jobs}>{children}</JobsContext>;
}

/** The jobs of this window. */
export function useJobs(): Jobs {
  const jobs = useContext(JobsContext);
  if (jobs === undefined) throw new Error('useJobs needs a JobsProvider.');
  return jobs;
}

export interface ListedJob {
  key: string;
  state: JobState<unknown>;
}

/** Those that run now, in the order in which they were started. */
export function useRunningJobs(): ListedJob[] {
  const all = useStore(useJobs().store);
  return Object.entries(all)
    .map(([key, state]) => ({ key, state }))
    .filter(({ state }) => state.status === 'running')
    .sort((one, other) => one.state.startedAt - other.state.startedAt);
}
