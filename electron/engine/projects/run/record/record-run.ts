import { type ErrorData, toSlipwayError } from '../../../../../shared/errors.ts';
import { sentence } from '../../../../../shared/text/sentence.ts';
import type { KnownSecret } from '../../../bundle/secret-needles.ts';
import type { JobContext } from '../../../job-context.ts';
import { newRecordFile, openRecordFile, pruneRecords } from './record-file.ts';
import { createRedaction } from './redact.ts';

/** How long what was told may be known to this process alone. */
const flushMilliseconds = 300;

export type HideSecrets = (secrets: readonly KnownSecret[]) => void;

/**
 * Carries out a run and keeps with the project what it tells, without secrets, for whoever asks after a reload or a
 * restart; `hide` names secrets that must not be kept. A record that cannot be written keeps no run from going on.
 */
export async function recordRun<Result>(
  root: string,
  job: JobContext,
  run: (job: JobContext, hide: HideSecrets) => Promise<Result>,
): Promise<Result> {
  const { hide, redact } = createRedaction();
  const file = openRecordFile(newRecordFile(root, new Date()));
  let failed = false;
  let timer: NodeJS.Timeout | undefined;
  const attempt = async (write: () => Promise<void>) => {
    if (failed) return;
    await write().catch((error: unknown) => {
      failed = true;
      const text = sentence`The log of this run is not kept: ${toSlipwayError(error).message}`;
      job.emit({ type: 'warning', step: 'run', text });
    });
  };
  const flush = () => {
    timer = undefined;
    return attempt(file.flush);
  };
  const end = async (error?: ErrorData) => {
    clearTimeout(timer);
    file.add(redact({ kind: 'ended', at: Date.now(), ...(error && { error }) }));
    await flush();
  };

  file.add({ kind: 'begun', at: Date.now() });
  await flush();
  await attempt(() => pruneRecords(root));
  const emit: JobContext['emit'] = (event) => {
    job.emit(event);
    if (failed) return;
    file.add(redact({ kind: 'told', at: Date.now(), event }));
    timer ??= setTimeout(() => void flush(), flushMilliseconds);
  };
  try {
    const result = await run({ ...job, emit }, hide);
    await end();
    return result;
  } catch (error) {
    await end(job.signal.aborted ? { code: 'cancelled', message: 'Cancelled.' } : toSlipwayError(error).toData());
    throw error;
  }
}
