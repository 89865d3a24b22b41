import { once } from 'node:events';
import { createServer as createHttpServer } from 'node:http';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { askAll } from './ask-all.ts';
import { http } from './http.ts';
import { tcp } from './tcp.ts';

const open: Server[] = [];

afterEach(() => {
  for (const server of open.splice(0)) server.close();
});

async function listening(server: Server): Promise<{ host: string; port: number }> {
  open.push(server.listen(0, '127.0.0.1'));
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo; // An address of TCP is never a string.
  return { host: '127.0.0.1', port };
}

test('an HTTP answer has its status, the headers that matter and its body, with what varies masked', async () => {
  const place = await listening(
    createHttpServer((request, response) => {
      response.writeHead(203, { 'Content-Type': 'text/plain', Date: 'today', 'X-Own': 'yes', ETag: '"1"' });
      response.end(`${request.headers.host} at 12:34`);
    }),
  );
  const question = http({ port: 80, path: '/', expect: /at …$/, mask: [/\d\d:\d\d/g] });
  const [answer] = await askAll([question], () => place);
  expect(answer?.text).toBe('203\ncontent-type: text/plain\nx-own: yes\n\nserver.example.internal at …');
  expect(answer?.expected).toBe(true);
});

test('a conversation is everything that the other side says until it is over', async () => {
  const place = await listening(
    createServer((socket) => {
      socket.write('220 hello\n');
      socket.on('data', (chunk) => socket.write(`said ${chunk.toString().trim()}\n221 bye\n`));
    }),
  );
  const question = tcp({ name: 'talk', port: 1, send: ['QUIT'], until: /221/, expect: /said QUIT/ });
  const [answer] = await askAll([question], () => place);
  expect(answer).toMatchObject({ text: '220 hello\nsaid QUIT\n221 bye\n', expected: true });
});

test('an answer that nobody expected, and no answer at all, are told', async () => {
  const place = await listening(createHttpServer((_, response) => response.writeHead(500).end()));
  const question = http({ port: 80, path: '/', expect: /^200/ });
  const [wrong] = await askAll([question], () => place);
  const [none] = await askAll([question], () => ({ host: '127.0.0.1', port: 1 }));
  expect(wrong?.expected).toBe(false);
  expect(none).toMatchObject({ expected: false, text: expect.stringContaining('ECONNREFUSED') });
});
