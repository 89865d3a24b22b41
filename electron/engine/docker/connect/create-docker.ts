import { IncomingMessage } from 'node:http';
import { addAbortSignal } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import Docker from 'dockerode';

/**
 * dockerode, but with answers that end: docker-modem 5 waits for ever for the rest of a JSON body when the connection
 * is cut in the middle of it. Here it only ever streams, and the body is read by one who hears of the cut.
 */
export function createDocker(options: Docker.DockerOptions): Docker {
  const docker = new Docker(options);
  const dial = docker.modem.dial.bind(docker.modem);
  docker.modem.dial = (request, callback) => {
    const { isStream, hijack, openStdin, abortSignal }: Streaming = request;
    if (isStream || hijack || openStdin || callback === undefined) return dial(request, callback);
    dial({ ...request, isStream: true } as typeof request, (error, response) => {
      if (error !== null || !(response instanceof IncomingMessage)) return callback(error, response);
      const body = abortSignal === undefined ? response : addAbortSignal(abortSignal, response);
      buffer(body).then(
        (bytes) => callback(null, parseJson(bytes)),
        (cut: Error) => callback(cut, null),
      );
    });
  };
  return docker;
}

/** Options of a request that docker-modem's types leave out. */
interface Streaming {
  isStream?: boolean | undefined;
  hijack?: boolean | undefined;
  openStdin?: boolean | undefined;
  abortSignal?: AbortSignal | undefined;
}

/** As docker-modem gives it: what is no JSON as bytes. */
function parseJson(bytes: Buffer): object {
  try {
    const value: unknown = JSON.parse(bytes.toString());
    return typeof value === 'object' && value !== null ? value : bytes;
  } catch {
    return bytes;
  }
}
