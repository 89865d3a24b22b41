import type { Duplex } from 'node:stream';

/** What a service says by itself, and whether it then hangs up. */
export interface Greeting {
  bytes: Buffer;
  closed: boolean;
}

const SILENCE_MILLISECONDS = 2_000;
/** After the first bytes, the rest of a greeting follows soon or not at all. */
const REST_MILLISECONDS = 250;
const GREETING_LIMIT = 4_096;

/**
 * Listens for the first bytes, after a question where there is one; resolves with none after two seconds of silence, or as
 * many milliseconds as there is patience.
 */
export function readGreeting(
  stream: Duplex,
  question?: Buffer,
  patience: number = SILENCE_MILLISECONDS,
): Promise<Greeting> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let length = 0;
    const finish = (closed: boolean) => {
      clearTimeout(timer);
      stream.removeListener('data', receive);
      resolve({ bytes: Buffer.concat(chunks).subarray(0, GREETING_LIMIT), closed });
    };
    const receive = (chunk: Buffer) => {
      chunks.push(chunk);
      length += chunk.length;
      clearTimeout(timer);
      if (length >= GREETING_LIMIT) finish(false);
      else timer = setTimeout(finish, REST_MILLISECONDS, false);
    };
    let timer = setTimeout(finish, patience, false);
    stream.on('data', receive);
    for (const event of ['end', 'error', 'close'] as const) stream.once(event, () => finish(true));
    if (question !== undefined) stream.write(question);
  });
}
