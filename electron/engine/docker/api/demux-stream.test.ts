import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeStream, demuxStream } from './demux-stream.ts';

function frame(stream: number, content: Buffer | string): Buffer {
  const bytes = Buffer.from(content);
  const header = Buffer.alloc(8);
  header[0] = stream;
  header.writeUInt32BE(bytes.length, 4);
  return Buffer.concat([header, bytes]);
}

async function* inPieces(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function all(texts: AsyncIterable<string>): Promise<string> {
  let whole = '';
  for await (const text of texts) whole += text;
  return whole;
}

test('gives the same text wherever the bytes are cut', async () => {
  const frames = fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(frames, fc.integer({ min: 1, max: 20 }), async (texts, size) => {
      const bytes = Buffer.concat(texts.map((text) => frame(1, text)));
      expect(await all(demuxStream(inPieces(bytes, size)))).toBe(texts.join(''));
    }),
  );
});

test('keeps a character that is cut across frames, though the other stream speaks in between', async () => {
  const euro = Buffer.from('€');
  const bytes = Buffer.concat([frame(1, euro.subarray(0, 1)), frame(2, 'err '), frame(1, euro.subarray(1))]);
  expect(await all(demuxStream(inPieces(bytes, 3)))).toBe('err €');
});

test('passes a frame on before it is whole', async () => {
  const [first] = [frame(1, 'a long line')];
  const cut = async function* () {
    yield first.subarray(0, 12);
    throw new Error('cut');
  };
  const texts = demuxStream(cut());
  expect((await texts.next()).value).toBe('a lo');
  await expect(texts.next()).rejects.toThrow('cut');
});

test('skips empty frames, and shows what is left of a character at the end', async () => {
  const bytes = Buffer.concat([frame(1, ''), frame(1, Buffer.from('€').subarray(0, 2))]);
  expect(await all(demuxStream(inPieces(bytes, 100)))).toBe('�');
});

test('decodes what is not framed', async () => {
  expect(await all(decodeStream(inPieces(Buffer.from('naïve €'), 1)))).toBe('naïve €');
});
