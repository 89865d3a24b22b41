import type { JobContext } from '../../job-context.ts';

/** Often enough to be smooth, rarely enough to cost nothing. */
const stepBytes = 4 * 1024 * 1024;

export interface ByteProgress {
  add(count: number): void;
  /** Begins anew, with so many bytes here already. */
  restart(done: number): void;
  finish(): void;
}

/** Progress of one workload's stream, in bytes. */
export function progressOf(job: JobContext, workload: string, total: number): ByteProgress {
  let done = 0;
  let told = -stepBytes;
  const tell = (): void => {
    told = done;
    job.emit({ type: 'progress', step: 'extract', workload, done: Math.min(done, total), total, unit: 'bytes' });
  };
  return {
    add(count) {
      done += count;
      if (done - told >= stepBytes) tell();
    },
    restart(from) {
      done = from;
      tell();
    },
    finish() {
      done = total;
      tell();
    },
  };
}
