import { inflateRawSync } from 'node:zlib';

/**
 * The stream that comes back from the server. A frame is
 *
 *     BOUNDARY begin NAME CODING LF  body  LF BOUNDARY end NAME LF
 *
 * where BOUNDARY is 128 random bits that reach the server on standard input only. With coding `gzip` the body is one
 * gzip member, which says itself where it ends: nothing that a hostile process prints can end a frame, even if it knew
 * the boundary. Servers without gzip send `raw` bodies, which the boundary alone guards. What stands before the first
 * frame (a banner, a lecture of sudo's) is passed over.
 */
export interface Frame {
  name: string;
  body: Buffer;
  /** False where the stream ended inside the frame. */
  complete: boolean;
  /** The part that it shared with others said more than it may. */
  over?: boolean;
}

const newline = 0x0a;

/** Takes the frames out of a whole stream. `limitOf` gives the bytes a probe may send; more than one above is cut. */
export function readFrames(stream: Buffer, boundary: string, limitOf: (name: string) => number): Frame[] {
  const frames: Frame[] = [];
  const begin = Buffer.from(`${boundary} begin `);
  let at = stream.indexOf(begin);
  while (at !== -1) {
    const lineEnd = stream.indexOf(newline, at);
    if (lineEnd === -1) break;
    const [name = '', coding = ''] = stream.toString('latin1', at + begin.length, lineEnd).split(' ');
    const { body, length, complete } = readBody(
      stream.subarray(lineEnd + 1),
      coding,
      limitOf(name),
      endOf(boundary, name),
    );
    frames.push({ name, body, complete });
    at = stream.indexOf(begin, lineEnd + 1 + length);
  }
  return frames;
}

/**
 * The frames of the probes that shared a part, out of that part's own. One that the part did not reach is empty and not
 * complete.
 */
export function splitFrame(frame: Frame | undefined, names: readonly string[], mark: string, limit: number): Frame[] {
  const body = frame?.body ?? Buffer.alloc(0);
  const starts = names.map((name) => body.indexOf(`${mark}:probe ${name}\0`));
  return names.map((name, index) => {
    const start = starts[index] ?? -1;
    const next = starts.slice(index + 1).find((at) => at !== -1);
    const own = start === -1 ? Buffer.alloc(0) : body.subarray(start, next);
    return { name, body: own, complete: start !== -1 && frame?.complete === true, over: body.length > limit };
  });
}

/** How many frames have ended in a stream so far; for progress alone, as `raw` text could forge it. */
export function countFrames(stream: Buffer, boundary: string): number {
  const end = Buffer.from(`\n${boundary} end `);
  let count = 0;
  for (let at = stream.indexOf(end); at !== -1; at = stream.indexOf(end, at + end.length)) count++;
  return count;
}

function endOf(boundary: string, name: string): Buffer {
  return Buffer.from(`\n${boundary} end ${name}\n`);
}

interface Body {
  body: Buffer;
  /** Bytes of the stream that it took. */
  length: number;
  complete: boolean;
}

function readBody(rest: Buffer, coding: string, limit: number, end: Buffer): Body {
  return coding === 'gzip' ? readMember(rest, limit, end) : readRaw(rest, limit, end);
}

function readRaw(rest: Buffer, limit: number, end: Buffer): Body {
  const at = rest.indexOf(end);
  const length = at === -1 ? rest.length : at;
  return { body: rest.subarray(0, Math.min(length, limit + 1)), length, complete: at !== -1 };
}

/** RFC 1952: ten bytes of header, as gzip writes them for a pipe (no name, no comment), and eight behind the data. */
const headerLength = 10;
const trailerLength = 8;

function readMember(rest: Buffer, limit: number, end: Buffer): Body {
  try {
    // With `info`, zlib also gives its engine, which knows how much input the data took; the types do not say so.
    const { buffer, engine } = inflateRawSync(rest.subarray(headerLength), {
      info: true,
      maxOutputLength: limit + 1,
    }) as unknown as { buffer: Buffer; engine: { bytesWritten: number } };
    const length = headerLength + engine.bytesWritten + trailerLength;
    const whole = rest.readUInt32LE(length - 4) === buffer.length % 2 ** 32;
    return { body: buffer, length, complete: whole && rest.subarray(length, length + end.length).equals(end) };
  } catch {
    // A broken or oversized member: its frame is lost, the next ones are not.
    return { body: Buffer.alloc(0), length: readRaw(rest, 0, end).length, complete: false };
  }
}
