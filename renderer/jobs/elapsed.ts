import { useEffect, useState } from 'react';
import type { JobState } from './job-state.ts';

/** Seconds since a job began, counting while it runs. */
export function useElapsed(job: Pick<JobState<unknown>, 'status' | 'startedAt' | 'endedAt'>): number {
  const [now, setNow] = useState(Date.now);
  const running = job.status === 'running';
  useEffect(() => {
    if (!running) return;
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [running]);
  if (job.startedAt === 0) return 0;
  return Math.max(0, Math.floor(((job.endedAt ?? now) - job.startedAt) / 1000));
}

/** `0:07`, `12:40`, `1:02:09`: the same in every language. */
export function formatElapsed(seconds: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const minutes = Math.floor(seconds / 60);
  const hours = Math.floor(minutes / 60);
  if (hours > 0) return `${hours}:${two(minutes % 60)}:${two(seconds % 60)}`;
  return `${minutes}:${two(seconds % 60)}`;
}
