import type Docker from 'dockerode';
import { demux } from '../api/demux.ts';
import { readBounded } from '../api/read-bounded.ts';
import { requestStream } from '../api/request.ts';

/** However many lines are asked for: more than this is not read. */
const longestLog = 8 * 1024 * 1024;

/** The last lines of a container's standard output and error, merged as the engine recorded them. */
export async function readLogs(docker: Docker, id: string, tail: number): Promise<string> {
  const query = { stdout: '1', stderr: '1', tail: String(Math.max(0, Math.floor(tail))) };
  const stream = await requestStream(docker, { method: 'GET', path: `/containers/${id}/logs`, query });
  return demux(await readBounded(stream, longestLog));
}
