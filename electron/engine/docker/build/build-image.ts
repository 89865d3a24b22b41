import type { JobContext } from '../../job-context.ts';
import { asReadable } from '../api/bytes.ts';
import { dropped, oneLine, statusOf, toDockerError, withDockerErrors } from '../api/docker-errors.ts';
import { readJsonLines } from '../api/json-lines.ts';
import type { Connection } from '../connection.ts';
import type { BuildOutcome, BuildRequest } from '../docker-host.ts';
import { imageLabels, inspectImage } from '../images/inspect-image.ts';
import { addMessage, type BuildTranscript, emptyTranscript } from './build-progress.ts';
import { hostFailureOf } from './classify-failure.ts';
import { createGentleAbort } from './gentle-abort.ts';
import { listImageIds, sweepBuild } from './sweep-build.ts';

/** See {@link DockerHost.build}. Unless the image is built, nothing of the attempt stays on the host. */
export async function buildImage(
  connection: Connection,
  request: BuildRequest,
  job: JobContext,
): Promise<BuildOutcome> {
  job.signal.throwIfAborted();
  const transcript = emptyTranscript();
  const existing = await withDockerErrors(connection.label, 'open', () => listImageIds(connection));
  try {
    await runBuild(connection, request, job, transcript);
    const outcome = await judge(connection, transcript, existing);
    if (outcome.kind === 'failed') await sweepBuild(connection, transcript, existing, false);
    return outcome;
  } catch (error) {
    // Cancelled or cut off, the engine may still be at work on the last step.
    await sweepBuild(connection, transcript, existing, true);
    job.signal.throwIfAborted();
    throw toDockerError(error, connection.label, 'open');
  } finally {
    request.context.destroy();
  }
}

/** Fills the transcript as the engine tells it, so that whoever cancels knows how far it came. */
async function runBuild(
  connection: Connection,
  request: BuildRequest,
  job: JobContext,
  transcript: BuildTranscript,
): Promise<void> {
  const abort = createGentleAbort(job.signal, () => !isCopying(transcript));
  try {
    for await (const line of readJsonLines(await startBuild(connection, request, abort.signal))) {
      const text = addMessage(transcript, line).trim();
      if (text !== '') job.emit({ type: 'log', step: 'build', workload: request.workload, text });
      abort.check();
    }
  } catch (error) {
    // A Dockerfile that does not even parse is refused before the build begins.
    const refused = statusOf(error) === 400 || statusOf(error) === 500;
    if (!refused || !(error instanceof Error)) throw error;
    transcript.error = oneLine(error.message);
    job.emit({ type: 'log', step: 'build', workload: request.workload, text: transcript.error });
  } finally {
    abort.dispose();
  }
  if (transcript.imageId === undefined) job.signal.throwIfAborted();
}

function isCopying(transcript: BuildTranscript): boolean {
  return transcript.underWay && /^(ADD|COPY) /i.test(transcript.instruction);
}

async function startBuild(connection: Connection, request: BuildRequest, signal: AbortSignal) {
  const stream = await connection.docker.buildImage(request.context, {
    t: request.tag,
    labels: request.labels,
    // Version 1 is the classic builder; BuildKit's trace would need a session and its own decoder.
    version: '1',
    ...(await trustedCache(connection, request)),
    rm: true,
    forcerm: true,
    abortSignal: signal,
  });
  return asReadable(stream);
}

/**
 * The classic builder's cache does not look at the times of what is copied, which some services tell (`Last-Modified`).
 * So layers are taken only from an image of the very same context, as its `slipway` label says; then the image that
 * comes out is the same, too.
 */
async function trustedCache(connection: Connection, { tag, labels }: BuildRequest) {
  const known = (await imageLabels(connection, tag)).slipway;
  const isSame = known !== undefined && known === labels.slipway;
  return isSame ? { cachefrom: JSON.stringify([tag]) } : { nocache: true };
}

async function judge(
  connection: Connection,
  transcript: BuildTranscript,
  existing: ReadonlySet<string>,
): Promise<BuildOutcome> {
  const { error, instruction, log, imageId } = transcript;
  if (error !== undefined) {
    const hostFailure = hostFailureOf(error, instruction, connection.label);
    if (hostFailure !== undefined) throw hostFailure;
    return { kind: 'failed', message: oneLine(error), instruction, log };
  }
  // Neither an image nor an error: the answer ended because the engine did.
  const image = imageId === undefined ? undefined : await inspectImage(connection, imageId);
  if (image === undefined) throw dropped(connection.label);
  return { kind: 'built', imageId: image.id, sizeBytes: image.sizeBytes, fresh: !existing.has(image.id), log };
}
