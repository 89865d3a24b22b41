import type { JobContext } from '../../job-context.ts';

/** Reads what `git push --progress` writes: objects sent, and, where there is LFS, its files. */
export function createPushProgress(job: Pick<JobContext, 'emit'>): (line: string) => void {
  return (line) => {
    const [, done, total] = /^(?:Writing objects|Uploading LFS objects):\s+\d+% \((\d+)\/(\d+)\)/.exec(line) ?? [];
    if (done === undefined || total === undefined) return;
    job.emit({ type: 'progress', step: 'export', done: Number(done), total: Number(total), unit: 'files' });
  };
}
