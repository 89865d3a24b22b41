import type { JobEvent } from '../../../../shared/model/events.ts';
import type { JobContext } from '../../job-context.ts';

/** A job that records its events and that a test can cancel. */
export function sampleJob(): JobContext & { events: JobEvent[]; cancel(): void } {
  const controller = new AbortController();
  const events: JobEvent[] = [];
  return {
    events,
    signal: controller.signal,
    emit: (event) => events.push(event),
    ask: async () => undefined,
    cancel: () => controller.abort(new DOMException('cancelled by the test', 'AbortError')),
  };
}
