import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { type IncomingMessage, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import { createRouter } from '../bridge/router.ts';
import { createEngine } from '../engine/engine.ts';
import { createHeadlessShell } from '../local/headless-shell.ts';
import { builtPage } from './page-files.ts';
import { type PageServer, startPageServer } from './server.ts';

let folder: string;
let server: PageServer;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'slipway-serve-'));
  await writeFile(join(folder, 'index.html'), '<title>the page</title>');
  await writeFile(join(folder, 'private.key'), 'no page needs this');
  server = await startPageServer({ port: 0, router: router(), file: builtPage(folder) });
});

afterEach(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

function router() {
  return createRouter(createEngine(), createHeadlessShell('browser', folder));
}

interface Answer {
  status: number;
  headers: IncomingMessage['headers'];
  body: string;
}

/** As a program asks that is free to lie about everything a browser would not lie about. */
async function ask(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  const outgoing = request({ host: '127.0.0.1', port: server.port, path, method, headers });
  outgoing.end();
  const [response] = (await once(outgoing, 'response')) as [IncomingMessage];
  return { status: response.statusCode ?? 0, headers: response.headers, body: await text(response) };
}

async function enter(): Promise<string> {
  const { search } = new URL(server.url);
  const entered = await ask(`/${search}`);
  return entered.headers['set-cookie']?.[0]?.split(';')[0] ?? '';
}

/** `open`, or the status with which the upgrade was refused. */
async function openSocket(headers: Record<string, string>, path = '/engine'): Promise<string | number> {
  const socket = new WebSocket(`ws://127.0.0.1:${server.port}${path}`, { headers });
  return new Promise((resolve) => {
    socket.on('open', () => resolve('open'));
    socket.on('unexpected-response', (_, response) => resolve(response.statusCode ?? 0));
  });
}

it('lets nobody in without the token', async () => {
  expect(await ask('/')).toMatchObject({ status: 403 });
  expect(await ask('/?token=guess')).toMatchObject({ status: 403 });
  expect(await ask('/index.html', { cookie: `slipway-${server.port}=guess` })).toMatchObject({ status: 403 });
});

it('exchanges the token once, for a cookie that scripts and other sites cannot use', async () => {
  const { search } = new URL(server.url);
  const first = await ask(`/${search}`);
  expect(first.status).toBe(200);
  expect(first.headers['set-cookie']?.[0]).toMatch(/^slipway-\d+=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
  const second = await ask(`/${search}`);
  expect(second.status).toBe(403);
  expect(second.headers['set-cookie']).toBeUndefined();
});

it('serves the page under its policy', async () => {
  const cookie = await enter();
  const page = await ask('/', { cookie });
  expect(page).toMatchObject({ status: 200, body: '<title>the page</title>' });
  const policy = page.headers['content-security-policy'];
  expect(policy).toContain("default-src 'none'; script-src 'self';");
  expect(policy).toContain(`connect-src 'self' ws://127.0.0.1:${server.port};`);
  expect(policy).not.toContain('unsafe-eval');
  expect(page.headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' });
});

it.each([
  ['/../private.key', 404],
  ['/%2e%2e/%2e%2e/etc/passwd', 404],
  ['/..%2f..%2fetc%2fhostname.html', 404],
  ['/private.key', 404],
  ['/%zz', 404],
  ['//', 404],
])('serves nothing but pages: %s', async (path, status) => {
  expect(await ask(path, { cookie: await enter() })).toMatchObject({ status });
});

it('refuses other names for this machine, other sites, and writing', async () => {
  const cookie = await enter();
  const rebound = `attacker.example:${server.port}`;
  expect(await ask('/', { cookie, host: rebound })).toMatchObject({ status: 403 });
  expect(await ask('/', { cookie, origin: 'http://attacker.example' })).toMatchObject({ status: 403 });
  expect(await ask('/', { cookie, origin: 'null' })).toMatchObject({ status: 403 });
  expect(await ask('/', { cookie }, 'POST')).toMatchObject({ status: 405 });
});

it('opens the WebSocket for its own page alone', async () => {
  const cookie = await enter();
  const origin = `http://127.0.0.1:${server.port}`;
  expect(await openSocket({ origin })).toBe(403);
  expect(await openSocket({ cookie })).toBe(403);
  expect(await openSocket({ cookie, origin: 'http://127.0.0.1:1' })).toBe(403);
  expect(await openSocket({ cookie, origin, host: 'attacker.example' })).toBe(403);
  expect(await openSocket({ cookie, origin }, '/elsewhere')).toBe(403);
  expect(await openSocket({ cookie, origin })).toBe('open');
});

it('survives what a page would never send', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined); // oRPC says on the console what it could not read
  const cookie = await enter();
  const origin = `http://127.0.0.1:${server.port}`;
  const socket = new WebSocket(`ws://127.0.0.1:${server.port}/engine`, { headers: { cookie, origin } });
  await once(socket, 'open');
  for (const message of ['', 'not json', '[]', '{"i":1}', Buffer.of(255, 0, 1)]) socket.send(message);
  socket.terminate();
  await once(socket, 'close');
  expect(await ask('/', { cookie })).toMatchObject({ status: 200 });
});

it('is not to be reached by any other address of this machine', async () => {
  const elsewhere = request({ host: '127.0.0.2', port: server.port });
  elsewhere.end();
  const [error] = await once(elsewhere, 'error').catch((thrown: unknown) => [thrown]);
  expect(error).toMatchObject({ code: 'ECONNREFUSED' });
});

it('says so where the port is taken', async () => {
  const again = startPageServer({ port: server.port, router: router(), file: builtPage(folder) });
  await expect(again).rejects.toMatchObject({
    code: 'usage',
    message: expect.stringContaining(`Port ${server.port} of 127.0.0.1`),
  });
});
