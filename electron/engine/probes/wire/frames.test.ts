import { deflateRawSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countFrames, readFrames, splitFrame } from './frames.ts';

const boundary = '0123456789abcdef0123456789abcdef';
const unlimited = () => 1024 * 1024;

type Coding = 'gzip' | 'raw';

function frame(name: string, coding: Coding, body: Uint8Array): Buffer {
  return Buffer.concat([
    Buffer.from(`${boundary} begin ${name} ${coding}\n`),
    coding === 'gzip' ? gzipSync(body) : body,
    Buffer.from(`\n${boundary} end ${name}\n`),
  ]);
}

const names = fc.stringMatching(/^[a-z][a-z-]{0,10}$/);
const codings = fc.constantFrom<Coding>('gzip', 'raw');

describe('frames', () => {
  test('any bodies come back as they were, whatever noise stands in front', () => {
    const frames = fc.array(fc.record({ name: names, coding: codings, body: fc.uint8Array({ maxLength: 500 }) }));
    fc.assert(
      fc.property(frames, fc.string(), (sent, noise) => {
        const stream = Buffer.concat([
          Buffer.from(noise),
          ...sent.map(({ name, coding, body }) => frame(name, coding, body)),
        ]);
        const read = readFrames(stream, boundary, unlimited);
        expect(read.map(({ name, body }) => [name, [...body]])).toEqual(
          sent.map(({ name, body }) => [name, [...body]]),
        );
        expect(read.every(({ complete }) => complete)).toBe(true);
      }),
    );
  });

  test('a body that knows the boundary cannot end its gzip frame', () => {
    const forged = Buffer.concat([
      Buffer.from(`\n${boundary} end processes\n`),
      frame('identities', 'raw', Buffer.from('root')),
    ]);
    for (const level of [0, 9]) {
      const member = Buffer.concat([gzipSync('').subarray(0, 10), deflateRawSync(forged, { level }), trailer(forged)]);
      const stream = Buffer.concat([
        Buffer.from(`${boundary} begin processes gzip\n`),
        member,
        Buffer.from(`\n${boundary} end processes\n`),
      ]);
      const read = readFrames(stream, boundary, unlimited);
      expect(read.map(({ name }) => name)).toEqual(['processes']);
      expect(read[0]?.body.equals(forged)).toBe(true);
    }
  });

  test('a stream that ends anywhere gives whole frames, a cut one, and no exception', () => {
    const first = frame('one', 'gzip', Buffer.from('first'));
    const stream = Buffer.concat([first, frame('two', 'raw', Buffer.from('second'))]);
    fc.assert(
      fc.property(fc.nat(stream.length), (length) => {
        const whole = readFrames(stream.subarray(0, length), boundary, unlimited).filter(({ complete }) => complete);
        const expected = length === stream.length ? ['first', 'second'] : length >= first.length ? ['first'] : [];
        expect(whole.map(({ body }) => body.toString())).toEqual(expected);
      }),
    );
  });

  test('a broken member loses its own frame only', () => {
    const broken = frame('one', 'gzip', Buffer.alloc(300, 'x'));
    broken.fill(0xff, boundary.length + 30, boundary.length + 40);
    const read = readFrames(Buffer.concat([broken, frame('two', 'gzip', Buffer.from('good'))]), boundary, unlimited);
    expect(read.map(({ name, complete }) => [name, complete])).toEqual([
      ['one', false],
      ['two', true],
    ]);
  });

  test('a member that unpacks to more than its limit is refused', () => {
    const [read] = readFrames(frame('one', 'gzip', Buffer.alloc(5000)), boundary, () => 1000);
    expect(read).toMatchObject({ complete: false, body: Buffer.alloc(0) });
  });

  test('a raw body over its limit is cut one byte behind it', () => {
    const [read] = readFrames(frame('one', 'raw', Buffer.alloc(5000)), boundary, () => 1000);
    expect(read?.body.length).toBe(1001);
  });

  test('ends are counted', () => {
    const stream = Buffer.concat([frame('one', 'gzip', Buffer.from('a')), frame('two', 'raw', Buffer.from('b'))]);
    expect(countFrames(stream, boundary)).toBe(2);
  });
});

/** CRC is not looked at (SSH has its own); the length is. */
function trailer(data: Buffer): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeUInt32LE(data.length, 4);
  return bytes;
}

describe('probes that share a part', () => {
  const mark = 'm'.repeat(32);
  const part = (text: string, complete = true) => ({ name: 'a-b', body: Buffer.from(text), complete });
  const texts = (text: string, limit = 1000) =>
    splitFrame(part(text), ['a', 'b'], mark, limit).map(({ name, body }) => [name, body.toString()]);

  test('come apart, each with its own sections', () => {
    const [a, b] = [`${mark}:probe a\0${mark}:x\0one`, `${mark}:probe b\0${mark}:x\0two`];
    expect(texts(a + b)).toEqual([
      ['a', a],
      ['b', b],
    ]);
  });

  test('one that was not reached is empty and not complete', () => {
    const [, b] = splitFrame(part(`${mark}:probe a\0`, false), ['a', 'b'], mark, 1000);
    expect(b).toMatchObject({ name: 'b', complete: false, over: false });
    expect(b?.body.length).toBe(0);
    expect(splitFrame(undefined, ['a', 'b'], mark, 1000).map((frame) => frame.complete)).toEqual([false, false]);
  });

  test('know that they were cut for what one of them said', () => {
    const frames = splitFrame(part(`${mark}:probe a\0${'x'.repeat(100)}`), ['a', 'b'], mark, 50);
    expect(frames.map((frame) => frame.over)).toEqual([true, true]);
  });

  test('cannot be forged without the mark', () => {
    expect(texts(`${mark}:probe a\0:probe b\0`)[1]).toEqual(['b', '']);
  });
});
