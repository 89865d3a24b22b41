import { finished, type Readable } from 'node:stream';

/**
 * Gives a stream's chunks to `take` as they come in. Where that gives a promise, the stream stands still until it is
 * kept. Unlike `for await`, which costs a promise a chunk and puts waiting chunks together by copying them, this costs
 * nothing as long as the reader keeps up. Rejects with what `take` throws or the stream fails with, and destroys it then.
 */
export function consume(stream: Readable, take: (chunk: Buffer) => Promise<void> | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (error: unknown): void => {
      stream.off('data', pass);
      stream.destroy();
      reject(error);
    };
    const pass = (chunk: Buffer): void => {
      try {
        const waiting = take(chunk);
        if (waiting === undefined) return;
        stream.pause();
        waiting.then(() => stream.resume(), fail);
      } catch (error) {
        fail(error);
      }
    };
    stream.on('data', pass);
    // It may have been told to wait for its reader.
    stream.resume();
    finished(stream, { writable: false }, (error) => (error ? fail(error) : resolve()));
  });
}
