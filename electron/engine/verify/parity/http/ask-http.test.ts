import { EventEmitter, once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, createServer as createTcp } from 'node:net';
import { Duplex } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { dialLoopback } from '../../testing/fake-container.ts';
import { askHttp, type HttpProbe } from './ask-http.ts';

const closing = new EventEmitter();
afterEach(() => closing.emit('close'));

const probe = (path: string): HttpProbe => ({ kind: 'http', port: 80, tls: false, path, reason: '' });

/** A stream that is no socket, as an SSH channel or a stream of the Docker API is none. */
async function channelTo(port: number): Promise<Duplex> {
  const socket = await dialLoopback(port);
  const channel = new Duplex({
    read: () => undefined,
    write: (chunk: Buffer, _encoding, done) => void socket.write(chunk, done),
    final: (done) => void socket.end(done),
    destroy(error, done) {
      socket.destroy();
      done(error);
    },
  });
  socket.on('data', (chunk) => channel.push(chunk)).once('end', () => channel.push(null));
  return channel;
}

async function serve(answer: Parameters<typeof createServer>[1]): Promise<number> {
  const server = createServer(answer).listen(0, '127.0.0.1');
  closing.once('close', () => server.close());
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

describe('askHttp', () => {
  it('asks over a stream that is no socket, and undoes gzip', async () => {
    const port = await serve((request, response) => {
      response.setHeader('Content-Encoding', 'gzip');
      response.end(gzipSync(`${request.method} ${request.url} for ${request.headers.host}`));
    });
    const answer = await askHttp(await channelTo(port), probe('/a?b=c'), 'portal.example');
    expect(answer.status).toBe(200);
    expect(answer.body.toString()).toBe('GET /a?b=c for portal.example');
    expect(answer.headers).toContainEqual(['content-encoding', 'gzip']);
  });

  it('does not follow a redirect', async () => {
    const port = await serve((_, response) => void response.writeHead(301, { Location: '/b' }).end());
    expect(await askHttp(await channelTo(port), probe('/a'), 'x')).toMatchObject({ status: 301 });
  });

  it('reads no more than the limit', async () => {
    const port = await serve((_, response) => void response.end(Buffer.alloc(9 * 1024 * 1024, 65)));
    const answer = await askHttp(await channelTo(port), probe('/'), 'x');
    expect(answer).toMatchObject({ cut: true });
    expect(answer.body.length).toBe(4 * 1024 * 1024);
  });

  it('survives an answer that unpacks to far more than it is', async () => {
    const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024));
    const port = await serve((_, response) => void response.setHeader('Content-Encoding', 'gzip').end(bomb));
    const answer = await askHttp(await channelTo(port), probe('/'), 'x');
    expect(answer.body.equals(bomb)).toBe(true);
  });

  it('rejects a path that cannot be asked for', async () => {
    const port = await serve((_, response) => void response.end());
    await expect(askHttp(await channelTo(port), probe('/a b\r\nX: y'), 'x')).rejects.toThrow(/path|unescaped/i);
  });

  it('rejects what is no HTTP', async () => {
    const server = createTcp((socket) => void socket.end('SSH-2.0-OpenSSH\r\n')).listen(0, '127.0.0.1');
    closing.once('close', () => server.close());
    await once(server, 'listening');
    const stream = await channelTo((server.address() as AddressInfo).port);
    await expect(askHttp(stream, probe('/'), 'x')).rejects.toThrow();
  });
});
