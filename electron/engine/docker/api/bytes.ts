import { Readable } from 'node:stream';

/**
 * A response body of dockerode as what it is: its types name the older interface that yields text as well, but docker
 * bodies are Node responses without an encoding.
 */
export function asReadable(stream: NodeJS.ReadableStream): Readable {
  return stream instanceof Readable ? stream : new Readable().wrap(stream);
}
