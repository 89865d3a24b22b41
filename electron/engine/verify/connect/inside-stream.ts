import { Duplex } from 'node:stream';
import { sentence } from '../../../../shared/text/sentence.ts';
import type { DockerContainer } from '../../docker/docker-host.ts';
import script from './inside.sh?raw';

/** Where nothing is written for so long, the probe only listens. */
const LISTEN_AFTER_MILLISECONDS = 100;
const LISTEN_SECONDS = 3;
const ANSWER_SECONDS = 15;

interface Answer {
  bytes: Buffer;
  closed: boolean;
}

/**
 * A connection to a port on a container's own loopback, made by a program inside it. It carries one exchange: what is
 * written at once is the request, what comes back until the service closes the connection, or for a few seconds, is the answer.
 */
export function openInside(container: DockerContainer, port: number, address = '127.0.0.1'): Duplex {
  const request: Buffer[] = [];
  let started = false;

  const stream = new Duplex({
    read: () => undefined,
    write(chunk: Buffer, _encoding, done) {
      request.push(chunk);
      setImmediate(start);
      done();
    },
    destroy(error, done) {
      clearTimeout(timer);
      done(error);
    },
  });

  function start(): void {
    if (started || stream.destroyed) return;
    started = true;
    clearTimeout(timer);
    exchange(container, address, port, Buffer.concat(request)).then(
      (answer) => {
        if (stream.destroyed) return;
        stream.push(answer.bytes);
        if (answer.closed) stream.push(null);
      },
      (error: Error) => stream.destroy(error),
    );
  }

  const timer = setTimeout(start, LISTEN_AFTER_MILLISECONDS);
  return stream;
}

async function exchange(container: DockerContainer, address: string, port: number, request: Buffer): Promise<Answer> {
  const escaped = Array.from(request, (byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join('');
  const seconds = request.length === 0 ? LISTEN_SECONDS : ANSWER_SECONDS;
  const argv = ['bash', '-c', script, 'slipway', String(port), escaped, String(seconds), address];
  const result = await container.exec(argv);
  if (result === undefined) throw new Error(sentence`the image has no bash to ask from inside`);
  if (result.exitCode === 7) throw new Error(sentence`nothing listens there inside the container`);
  return { bytes: Buffer.from(result.output.replace(/\s+/g, ''), 'base64'), closed: result.exitCode !== 8 };
}
