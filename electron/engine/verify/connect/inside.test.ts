import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { afterEach, expect, it } from 'vitest';
import { fakeContainer } from '../testing/fake-container.ts';
import { openInside } from './inside-stream.ts';

const servers: Server[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** A service on the loopback; gives its port. */
async function serve(talk: (socket: Socket) => void): Promise<number> {
  const server = createServer((socket) => talk(socket.on('error', () => undefined)));
  servers.push(server.listen(0, '127.0.0.1'));
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

const seconds = 6;

/** A container whose programs run on this machine; the script waits one second at most for a service to hang up. */
function container(asked: string[][] = []) {
  return fakeContainer({
    exec: async (argv) => {
      asked.push(argv);
      const [program = '', ...args] = argv.map((word, index) => (index === seconds ? '1' : word));
      const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'ignore'] });
      const [output, [exitCode]] = await Promise.all([buffer(child.stdout), once(child, 'close')]);
      return { exitCode, output: output.toString() };
    },
  });
}

it('sends any byte and brings any byte back', async () => {
  const bytes = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte));
  const port = await serve((socket) => socket.once('data', (chunk) => socket.end(chunk)));
  const stream = openInside(container(), port);
  stream.write(bytes.subarray(0, 100));
  stream.write(bytes.subarray(100));
  expect(await buffer(stream)).toEqual(bytes);
});

it('has more patience with an answer than with a greeting', async () => {
  const asked: string[][] = [];
  const port = await serve((socket) => socket.end('hello'));
  expect((await buffer(openInside(container(asked), port))).toString()).toBe('hello');
  const stream = openInside(container(asked), port);
  stream.write('?');
  await buffer(stream);
  const [listening, answering] = asked.map((argv) => Number(argv[seconds]));
  expect(listening).toBeGreaterThan(0);
  expect(answering).toBeGreaterThan(listening ?? 0);
});

it('keeps what a service said that does not hang up, and the connection open', async () => {
  const port = await serve((socket) => socket.write('220 ready\r\n'));
  const stream = openInside(container(), port);
  let ended = false;
  stream.once('end', () => {
    ended = true;
  });
  const [chunk] = await once(stream, 'data');
  expect(String(chunk)).toBe('220 ready\r\n');
  expect(ended).toBe(false);
  stream.destroy();
});

it('says that nothing listens, and that there is nothing to ask with', async () => {
  const port = await serve(() => undefined);
  servers.splice(0).forEach((server) => {
    server.close();
  });
  await expect(buffer(openInside(container(), port))).rejects.toThrow('nothing listens there');
  await expect(buffer(openInside(fakeContainer(), port))).rejects.toThrow('no bash');
});
