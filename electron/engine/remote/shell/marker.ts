import type { Readable } from 'node:stream';

/** What a login shell may print before our command begins. */
const maxPreamble = 256 * 1024;

export interface FoundMarker {
  /** Undefined where the stream ended, or went on too long, without any of them. */
  marker: string | undefined;
  before: Buffer;
}

/**
 * Reads a stream up to the first of some markers and leaves the rest in it. Binary before and after it is left alone.
 */
export function readUpTo(stream: Readable, markers: readonly string[]): Promise<FoundMarker> {
  return new Promise((resolve, reject) => {
    let seen = Buffer.alloc(0);
    const settle = (outcome: FoundMarker) => {
      stream.off('readable', look);
      stream.off('end', ended);
      stream.off('error', reject);
      resolve(outcome);
    };
    const ended = () => settle({ marker: undefined, before: seen });
    const look = () => {
      for (let chunk: Buffer | null = stream.read(); chunk !== null; chunk = stream.read()) {
        seen = Buffer.concat([seen, chunk]);
        const found = firstOf(seen, markers);
        if (found !== undefined) {
          const rest = seen.subarray(found.at + found.marker.length);
          if (rest.length > 0) stream.unshift(rest);
          return settle({ marker: found.marker, before: seen.subarray(0, found.at) });
        }
        if (seen.length > maxPreamble) return ended();
      }
    };
    stream.on('readable', look);
    stream.once('end', ended);
    stream.once('error', reject);
    look();
  });
}

function firstOf(data: Buffer, markers: readonly string[]): { marker: string; at: number } | undefined {
  return markers
    .map((marker) => ({ marker, at: data.indexOf(marker) }))
    .filter(({ at }) => at >= 0)
    .sort((one, other) => one.at - other.at)[0];
}
