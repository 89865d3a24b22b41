import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { needlesOf, searchStream } from './search-stream.ts';

const needles = needlesOf(['s3cret-word']);

test('a secret is found across the ends of chunks', async () => {
  const stream = Readable.from(['password: s3c', 'ret-w', 'ord\n'].map((text) => Buffer.from(text)));
  expect([...(await searchStream(stream, needles))]).toEqual(['secret 1']);
});

test('a secret is found as Base64', async () => {
  const stream = Readable.from([Buffer.from(`data: ${Buffer.from('s3cret-word').toString('base64')}`)]);
  expect([...(await searchStream(stream, needles))]).toEqual(['secret 1 as Base64']);
});

test('nothing is found where there is nothing', async () => {
  expect((await searchStream(Readable.from([Buffer.from('s3cret-wor')]), needles)).size).toBe(0);
});
