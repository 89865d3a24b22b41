import type { JobEvent } from '../../../../shared/model/events.ts';
import type { JobContext } from '../../job-context.ts';

export interface RecordedJob extends JobContext {
  events: JobEvent[];
  cancel(): void;
}

/** A job that keeps what it is told; nobody answers. */
export function recordedJob(): RecordedJob {
  const controller = new AbortController();
  const events: JobEvent[] = [];
  return {
    signal: controller.signal,
    events,
    emit: (event) => events.push(event),
    ask: () => Promise.resolve(undefined),
    cancel: () => controller.abort(),
  };
}
