import { PassThrough, Readable } from 'node:stream';
import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { consume } from './consume.ts';

describe('consume', () => {
  it('gives every chunk and ends with the stream', async () => {
    const taken: string[] = [];
    await consume(Readable.from([Buffer.from('one'), Buffer.from('two')]), (chunk) => {
      taken.push(chunk.toString());
      return undefined;
    });
    expect(taken).toEqual(['one', 'two']);
  });

  it('sets a stream going that was told to wait', async () => {
    const source = Readable.from([Buffer.from('one')]);
    source.pause();
    const taken: string[] = [];
    await consume(source, (chunk) => {
      taken.push(chunk.toString());
      return undefined;
    });
    expect(taken).toEqual(['one']);
  });

  it('lets the stream stand still until the promise is kept', async () => {
    const source = new PassThrough();
    const taken: string[] = [];
    let go: () => void = () => {};
    const all = consume(source, (chunk) => {
      taken.push(chunk.toString());
      return taken.length > 1
        ? undefined
        : new Promise<void>((resolve) => {
            go = resolve;
          });
    });
    source.write('one');
    await turn();
    source.end('two');
    await turn();
    expect(taken).toEqual(['one']);
    go();
    await all;
    expect(taken).toEqual(['one', 'two']);
  });

  it.each([
    [
      'throws',
      () => {
        throw new Error('disk');
      },
    ],
    ['rejects', () => Promise.reject(new Error('disk'))],
  ])('rejects and destroys the stream where the taker %s', async (_, take: () => Promise<void>) => {
    const source = new PassThrough();
    source.write('one');
    await expect(consume(source, take)).rejects.toThrow('disk');
    expect(source.destroyed).toBe(true);
  });

  it('rejects where the stream fails or breaks off', async () => {
    const failing = new PassThrough();
    const failed = consume(failing, () => undefined);
    failing.destroy(new Error('dropped'));
    await expect(failed).rejects.toThrow('dropped');
    const cut = new PassThrough();
    const broken = consume(cut, () => undefined);
    cut.destroy();
    await expect(broken).rejects.toMatchObject({ code: 'ERR_STREAM_PREMATURE_CLOSE' });
  });
});
