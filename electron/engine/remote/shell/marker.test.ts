import { PassThrough, Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readUpTo } from './marker.ts';

test('takes the marker out wherever the chunks are cut, and leaves the rest in the stream', async () => {
  const part = fc.uint8Array({ maxLength: 40 });
  await fc.assert(
    fc.asyncProperty(part, part, fc.array(fc.nat(100), { maxLength: 6 }), async (before, after, cuts) => {
      const whole = Buffer.concat([before, Buffer.from('MARK'), after]);
      const found = await readUpTo(streamOf(whole, cuts), ['MARK', 'OTHER']);
      expect(found.marker).toBe('MARK');
      expect(found.before.equals(before)).toBe(true);
    }),
  );
  await fc.assert(
    fc.asyncProperty(part, fc.array(fc.nat(100), { maxLength: 6 }), async (after, cuts) => {
      const stream = streamOf(Buffer.concat([Buffer.from('hello MARK'), after]), cuts);
      await readUpTo(stream, ['MARK']);
      expect((await buffer(stream)).equals(after)).toBe(true);
    }),
  );
});

function streamOf(data: Buffer, cuts: number[]): Readable {
  const ends = [...cuts.map((cut) => Math.min(cut, data.length)), data.length].sort((a, b) => a - b);
  return Readable.from(
    ends.map((end, index) => data.subarray(ends[index - 1] ?? 0, end)).filter(({ length }) => length > 0),
    { objectMode: false },
  );
}

test('the marker that comes first counts', async () => {
  expect(await readUpTo(Readable.from([Buffer.from('a TWO b ONE')]), ['ONE', 'TWO'])).toMatchObject({ marker: 'TWO' });
});

test('a stream that ends without one', async () => {
  const { marker, before } = await readUpTo(Readable.from([Buffer.from('Go '), Buffer.from('away.')]), ['MARK']);
  expect([marker, before.toString()]).toEqual([undefined, 'Go away.']);
});

test('a stream that talks too much', async () => {
  const stream = new PassThrough();
  stream.end(Buffer.alloc(1_000_000, 'x'));
  expect((await readUpTo(stream, ['MARK'])).marker).toBeUndefined();
});

test('a stream that breaks', async () => {
  const stream = new PassThrough();
  const reading = readUpTo(stream, ['MARK']);
  stream.destroy(new Error('lost'));
  await expect(reading).rejects.toThrow('lost');
});
