import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { extract } from 'tar-stream';
import { type Needle, searchStream } from './search-stream.ts';

/** Names the needles that occur in any layer, or in the configuration and history, of an image. */
export async function searchImage(host: string, image: string, needles: readonly Needle[]): Promise<Set<string>> {
  const save = spawn('docker', ['save', image], {
    env: { ...process.env, DOCKER_HOST: host },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(save, 'exit');
  const found = new Set<string>();
  let entries = 0;
  for await (const entry of save.stdout.pipe(extract())) {
    entries++;
    for (const name of await searchStream(await unpacked(entry), needles)) found.add(name);
  }
  const [code] = await ended;
  if (code !== 0 || entries === 0) throw new Error(`docker save ${image} failed with exit code ${String(code)}.`);
  return found;
}

/** A layer may be stored compressed; its first two bytes tell. */
async function unpacked(entry: AsyncIterable<unknown>): Promise<Readable> {
  const rest = entry[Symbol.asyncIterator]();
  const first = await rest.next();
  const content = Readable.from(chunks(first, rest));
  return isGzip(first) ? content.pipe(createGunzip()) : content;
}

async function* chunks(first: IteratorResult<unknown>, rest: AsyncIterator<unknown>): AsyncGenerator<unknown> {
  for (let next = first; !next.done; next = await rest.next()) yield next.value;
}

function isGzip({ value }: IteratorResult<unknown>): boolean {
  return Buffer.isBuffer(value) && value[0] === 0x1f && value[1] === 0x8b;
}
