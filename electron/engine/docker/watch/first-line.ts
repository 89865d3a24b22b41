import type { Readable } from 'node:stream';

/** Longer than any first line that is waited for. */
const longest = 4096;

/**
 * The first line of a stream, without its end, and everything after it. A stream that ends before gives what there was.
 */
export async function firstLine(stream: Readable): Promise<{ line: string; rest: AsyncIterable<Buffer> }> {
  const chunks = stream[Symbol.asyncIterator]() as AsyncIterator<Buffer>; // no encoding is set, so chunks are bytes
  let head = Buffer.alloc(0);
  while (!head.includes('\n') && head.length < longest) {
    const next = await chunks.next();
    if (next.done) break;
    head = Buffer.concat([head, next.value]);
  }
  const end = head.indexOf('\n');
  const line = (end < 0 ? head : head.subarray(0, end)).toString('utf8').trim();
  return { line, rest: following(end < 0 ? Buffer.alloc(0) : head.subarray(end + 1), chunks) };
}

async function* following(head: Buffer, chunks: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  if (head.length > 0) yield head;
  yield* { [Symbol.asyncIterator]: () => chunks };
}
