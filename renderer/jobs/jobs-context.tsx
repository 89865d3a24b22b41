import { createContext, type PropsWithChildren, useContext } from 'react';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/shallow';
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
  const running = useStore(
    useJobs().store,
    useShallow((all) =>
      Object.keys(all)
        .filter((key) => all[key]?.status === 'running')
        .sort((one, other) => (all[one]?.startedAt ?? 0) - (all[other]?.startedAt ?? 0)),
    ),
  );
  const all = useStore(useJobs().store);
  return running.flatMap((key) => {
    const state = all[key];
    return state === undefined ? [] : [{ key, state }];
  });
}
