import { SlipwayError } from '../../../../shared/errors.ts';
import type { RemoteHost } from '../../remote/remote-host.ts';
import { composeScript, makeSecrets, type ScriptPart, type Secrets, shellCommand } from '../script/compose.ts';
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

/** Runs parts as one script in one exec and takes the frames out of what comes back. */
export async function runParts(host: RemoteHost, parts: readonly ScriptPart[], options: RunOptions): Promise<RunResult> {
  const secrets = makeSecrets();
  const process = await host.exec(shellCommand, { privileged: true, signal: options.signal });
  process.stderr.resume();
  // A server that stops reading early shows in what it answers.
  process.stdin.on('error', () => undefined);
  process.stdin.end(composeScript(parts, secrets));
  const bytes = parts.reduce((sum, part) => sum + part.bytes + 1024, 64 * 1024);
  const [stream] = await Promise.all([receive(process.stdout, bytes, secrets.boundary, options), process.exit]);
  const uid = /^([0-9a-f]{32}) hello (\d+)$/m.exec(stream.subarray(0, helloEnd(stream, secrets)).toString('latin1'))?.[2];
  if (uid === undefined) {
    throw new SlipwayError('server.no-shell', `${host.label} did not run the scan: there is no usable POSIX shell.`, {
      hint: 'The account needs a login shell such as /bin/sh that runs commands over SSH.',
    });
  }
  const limits = new Map(parts.map((part) => [part.name, part.bytes]));
  const frames = readFrames(stream, secrets.boundary, (name) => limits.get(name) ?? 0);
  return { frames, secrets, uid: Number(uid), received: stream.length };
}

function helloEnd(stream: Buffer, secrets: Secrets): number {
  const begin = stream.indexOf(`${secrets.boundary} begin `);
  return begin === -1 ? stream.length : begin;
}

async function receive(stdout: AsyncIterable<Buffer>, limit: number, boundary: string, options: RunOptions): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let received = 0;
  let done = 0;
  let tail = Buffer.alloc(0);
  for await (const chunk of stdout) {
    options.signal.throwIfAborted();
    chunks.push(chunk);
    received += chunk.length;
    if (received > limit) {
      throw new SlipwayError('server.protocol', 'The server sent more than a scan may bring.', {
        hint: 'Something on the server writes into the scan, such as a start-up file of the shell.',
      });
    }
    const seen = Buffer.concat([tail, chunk]);
    const ended = countFrames(seen, boundary);
    if (ended > 0) options.onProgress?.((done += ended));
    // An end marker that two chunks share is counted with the second one, and only there.
    tail = seen.subarray(Math.max(0, seen.length - boundary.length - 5));
    if (countFrames(tail, boundary) > 0) tail = Buffer.alloc(0);
  }
  return Buffer.concat(chunks);
}
