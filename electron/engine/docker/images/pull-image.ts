import { z } from 'zod';
import { sentence } from '../../../../shared/text/sentence.ts';
import type { JobContext } from '../../job-context.ts';
import { asReadable } from '../api/bytes.ts';
import { isNoSpace, noSpace, oneLine, statusOf, toDockerError } from '../api/docker-errors.ts';
import { readJsonLines } from '../api/json-lines.ts';
import type { Connection } from '../connection.ts';
import { createPullProgress } from './pull-progress.ts';
import { registryOf, withTag } from './reference.ts';

export type PullOutcome =
  | { kind: 'pulled' }
  /** The registry has no such image, denies it, or cannot be reached from the Docker host. */
  | { kind: 'missing'; message: string }
  | { kind: 'other-platform' };

const messageSchema = z.object({
  status: z.string().optional(),
  id: z.string().optional(),
  progressDetail: z.object({ current: z.number().optional(), total: z.number().optional() }).optional(),
  error: z.string().optional(),
});

/** Has the Docker host pull an image, with progress in bytes. Partly pulled layers are the engine's own to discard. */
export async function pullImage(
  connection: Connection,
  reference: string,
  architecture: string,
  job: JobContext,
): Promise<PullOutcome> {
  const progress = createPullProgress(job);
  job.emit({ type: 'log', step: 'build', text: sentence`Pulling ${reference}` });
  try {
    for await (const line of readJsonLines(await startPull(connection, reference, architecture, job.signal))) {
      const message = messageSchema.parse(line);
      if (message.error !== undefined) return refusal(connection, message.error);
      progress(message.id, message.progressDetail);
    }
    job.signal.throwIfAborted();
    return { kind: 'pulled' };
  } catch (error) {
    job.signal.throwIfAborted();
    if (statusOf(error) === undefined || !(error instanceof Error))
      throw toDockerError(error, connection.label, 'open');
    return refusal(connection, error.message);
  }
}

async function startPull(connection: Connection, reference: string, architecture: string, signal: AbortSignal) {
  const credentials = await connection.readCredentials(registryOf(reference), signal);
  const stream = await connection.docker.createImage({
    fromImage: withTag(reference),
    platform: `linux/${architecture}`,
    abortSignal: signal,
    ...(credentials === undefined ? {} : { authconfig: credentials }),
  });
  return asReadable(stream);
}

/** A registry's refusal is an expected outcome; a full disk is the Docker host's own trouble. */
export function refusal(connection: { label: string }, message: string): PullOutcome {
  if (isNoSpace(message)) throw noSpace(connection.label, message);
  const otherPlatform = /no matching manifest|does not match the specified platform|no match for platform/i;
  if (otherPlatform.test(message)) return { kind: 'other-platform' };
  return { kind: 'missing', message: oneLine(message) };
}
