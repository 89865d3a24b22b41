import { useMemo } from 'react';
import { useStore } from 'zustand';
import { idleJob, type JobState } from './job-state.ts';
import type { JobSpec } from './jobs.ts';
import { useJobs } from './jobs-context.tsx';

export interface JobHandle<Result> extends JobState<Result> {
  start(): void;
  /** Asks it to stop; it ends as soon as it has cleaned up. */
  cancel(): void;
  /** Once more, as it was started last. */
  retry(): void;
  /** Back to idle, once it has ended. */
  clear(): void;
}

/** A job of this screen: its state, and how to start and stop it. It runs on when the screen is left. */
export function useJob<Result>(spec: JobSpec<Result>): JobHandle<Result> {
  const jobs = useJobs();
  const { key, title } = spec;
  // Whoever uses a key says which result it has; the store itself cannot know.
  const state = useStore(jobs.store, (all) => all[key]) as JobState<Result> | undefined;
  return useMemo(
    () => ({
      ...(state ?? idleJob<Result>(title)),
      // In the language of now, not of when it was started.
      title,
      start: () => jobs.start(spec),
      cancel: () => jobs.cancel(key),
      retry: () => jobs.retry(key),
      clear: () => jobs.clear(key),
    }),
    [state, title, jobs, key, spec],
  );
}
