import type Docker from 'dockerode';
import { z } from 'zod';
import { decodeStream, demuxStream } from '../api/demux-stream.ts';
import { requestStream } from '../api/request.ts';
import { throttle } from './throttle.ts';

/** More lines than anybody scrolls back through; the log itself stays on the Docker host. */
const mostLines = 10_000;
/** Faster than anybody reads. A container that writes more is shown later than it writes. */
const bytesPerSecond = 2 * 1024 * 1024;

const inspectSchema = z.object({ Config: z.object({ Tty: z.boolean() }) });

/** The last lines of both outputs in the order in which the engine recorded them, then what comes. */
export async function* followLogs(
  docker: Docker,
  id: string,
  tail: number,
  signal: AbortSignal | undefined,
): AsyncGenerator<string, void> {
  const { Config } = inspectSchema.parse(await docker.getContainer(id).inspect());
  const lines = Math.min(mostLines, Math.max(0, Math.floor(tail)));
  const query = { follow: '1', stdout: '1', stderr: '1', tail: String(lines) };
  const path = `/containers/${id}/logs`;
  const body = await requestStream(docker, { method: 'GET', path, query, ...(signal && { signal }) });
  const chunks = throttle(body, bytesPerSecond, signal);
  yield* Config.Tty ? decodeStream(chunks) : demuxStream(chunks);
}
