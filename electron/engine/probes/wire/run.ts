import { SlipwayError } from '../../../../shared/errors.ts';
import { sentence } from '../../../../shared/text/sentence.ts';
import type { RemoteHost } from '../../remote/remote-host.ts';
import { composeScript, type Lane, makeSecrets, type Secrets, shellCommand } from '../script/compose.ts';
import { countFrames, type Frame, readFrames } from './frames.ts';

export interface RunResult {
  frames: Frame[];
  secrets: Secrets;
  /** Effective user id that the script ran as. */
  uid: number;
  /** Bytes that came over the wire. */
  received: number;
}

export interface RunOptions {
  signal: AbortSignal;
  /** Called as parts end. */
  onProgress?(done: number): void;
}

/** Runs lanes of parts as one script in one exec and takes the frames out of what comes back. */
export async function runParts(host: RemoteHost, lanes: readonly Lane[], options: RunOptions): Promise<RunResult> {
  const secrets = makeSecrets();
  const stream = await exchange(host, lanes, secrets, options);
  const begin = stream.indexOf(`${secrets.boundary} begin `);
  const greeting = stream.toString('latin1', 0, begin === -1 ? stream.length : begin);
  const [, uid] = new RegExp(`^${secrets.boundary} hello (\\d+)$`, 'm').exec(greeting) ?? [];
  if (uid === undefined) {
    throw new SlipwayError(
      'server.no-shell',
      sentence`${host.label} did not run the scan: there is no usable POSIX shell.`,
      {
        hint: sentence`The account needs a login shell such as /bin/sh that runs commands over SSH.`,
      },
    );
  }
  const limits = new Map(lanes.flat().map((part) => [part.name, part.bytes]));
  const frames = readFrames(stream, secrets.boundary, (name) => limits.get(name) ?? 0);
  return { frames, secrets, uid: Number(uid), received: stream.length };
}

/** Sends the script and waits for all it says; a failure on either side ends the command on the server too. */
async function exchange(
  host: RemoteHost,
  lanes: readonly Lane[],
  secrets: Secrets,
  options: RunOptions,
): Promise<Buffer> {
  const stop = new AbortController();
  const forward = () => stop.abort(options.signal.reason);
  options.signal.throwIfAborted();
  options.signal.addEventListener('abort', forward, { once: true });
  try {
    const input = composeScript(lanes, secrets);
    const process = await host.exec(shellCommand, { privileged: true, signal: stop.signal, input });
    process.stderr.resume();
    // A server that stops reading early shows in what it answers.
    process.stdin.on('error', () => undefined);
    process.stdin.end();
    const limit = lanes.flat().reduce((sum, part) => sum + part.bytes + 1024, 64 * 1024);
    const [stream] = await Promise.all([receive(process.stdout, limit, secrets.boundary, options), process.exit]);
    return stream;
  } catch (error) {
    stop.abort(error);
    options.signal.throwIfAborted();
    throw error;
  } finally {
    options.signal.removeEventListener('abort', forward);
  }
}

async function receive(
  stdout: AsyncIterable<Buffer>,
  limit: number,
  boundary: string,
  options: RunOptions,
): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let received = 0;
  let done = 0;
  let tail = Buffer.alloc(0);
  for await (const chunk of stdout) {
    options.signal.throwIfAborted();
    chunks.push(chunk);
    received += chunk.length;
    if (received > limit) throw tooMuch();
    const seen = Buffer.concat([tail, chunk]);
    const ended = countFrames(seen, boundary);
    done += ended;
    if (ended > 0) options.onProgress?.(done);
    // One byte less than an end marker, so that one that two chunks share is counted once.
    tail = seen.subarray(Math.max(0, seen.length - '\n end '.length - boundary.length + 1));
  }
  return Buffer.concat(chunks);
}

function tooMuch(): SlipwayError {
  return new SlipwayError('server.protocol', sentence`The server sent more than a scan may bring.`, {
    hint: sentence`Something on the server writes into the scan, such as a start-up file of the shell.`,
  });
}
