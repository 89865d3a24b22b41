import { SlipwayError } from '../../../../shared/errors.ts';
import { sentence } from '../../../../shared/text/sentence.ts';
import type { JobContext } from '../../job-context.ts';
import type { RemoteHost } from '../../remote/remote-host.ts';

const maxReconnects = 5;

/** A server that may drop and come back: every piece of work on it can be begun again. */
export interface ServerSession {
  /**
   * Does the work; where the connection drops and the caller gave a way back, does it again on the new connection.
   * Rejects with `server.dropped` where there is none or it dropped too often.
   */
  attempt<Result>(work: (host: RemoteHost) => Promise<Result>): Promise<Result>;
}

export function openSession(
  first: RemoteHost,
  reconnect: (() => Promise<RemoteHost>) | undefined,
  job: JobContext,
): ServerSession {
  let host = first;
  let reconnects = 0;
  return {
    async attempt(work) {
      for (;;) {
        try {
          return await work(host);
        } catch (error) {
          job.signal.throwIfAborted();
          const dropped = error instanceof SlipwayError && error.code === 'server.dropped';
          if (!dropped || reconnect === undefined || reconnects >= maxReconnects) throw error;
          reconnects += 1;
          job.emit({
            type: 'warning',
            step: 'extract',
            text: sentence`The connection to ${host.label} dropped; connecting again.`,
          });
          host = await reconnect();
        }
      }
    },
  };
}
