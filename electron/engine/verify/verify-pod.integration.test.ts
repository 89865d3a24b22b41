import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import { type AddressInfo, createServer as createTcpServer, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { ParityProbe } from '../../../shared/model/plan.ts';
import { dialLoopback, fakeContainer } from './testing/fake-container.ts';
import { fakeServer } from './testing/fake-server.ts';
import { sampleFacts } from './testing/sample-facts.ts';
import { sampleJob } from './testing/sample-job.ts';
import { samplePlan } from './testing/sample-plan.ts';
import { samplePod, sampleWorkload } from './testing/sample-workload.ts';
import { verifyPod } from './verify-pod.ts';

const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

async function listen(server: Server | ReturnType<typeof createTcpServer>): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  closers.push(() => server.close());
  return (server.address() as AddressInfo).port;
}

const serveHttp = (handler: RequestListener) => listen(createServer(handler));
const serveTcp = (talk: (socket: Socket) => void) =>
  listen(
    createTcpServer((socket) => {
      socket.on('error', () => undefined);
      talk(socket);
    }),
  );

const PORT = 8088;
const page = (path: string): ParityProbe => ({ kind: 'http', port: PORT, tls: false, path, reason: 'test' });

/** The service on two real ports: one stands for the server, one for the container. */
async function verify(onServer: number, inContainer: number, probes: ParityProbe[]) {
  const port = { container: PORT, protocol: 'tcp' as const, address: '0.0.0.0', publish: true, reason: '' };
  const workload = sampleWorkload({ ports: [port], parity: probes });
  const plan = samplePlan(workload);
  const server = fakeServer(() => dialLoopback(onServer));
  const job = sampleJob();
  const containers = new Map([['portal', fakeContainer({ dial: () => dialLoopback(inContainer) })]]);
  const [parity] = await verifyPod({ plan, pod: samplePod('portal'), server, facts: sampleFacts(), containers }, job);
  const checks = parity?.checks.filter((check) => check.protocol !== 'process') ?? [];
  return { parity, checks, outcomes: checks.map((check) => check.outcome), events: job.events, asked: server.asked };
}

/** Like a portal: a clock, a counter, a process id, a session, redirects and a login. */
function portal(startedWith: { hits: number; pid: number }, lib = true): RequestListener {
  let hits = startedWith.hits;
  return (request, response) => {
    hits += 1;
    if (request.method !== 'GET') return void response.writeHead(500).end('only GET is asked');
    switch (request.url) {
      case '/':
        response.setHeader('Set-Cookie', `session=${Math.random().toString(36).slice(2)}; Path=/; HttpOnly`);
        response.setHeader('Content-Type', 'text/html');
        return void response.end(
          `<h1>Portal</h1>\n<p>${new Date().toUTCString()}</p>\n<p>visit ${hits}, pid ${startedWith.pid}</p>\n`,
        );
      case '/old':
        return void response.writeHead(302, { Location: `http://${request.headers.host}/new` }).end();
      case '/admin':
        return void response.writeHead(401, { 'WWW-Authenticate': 'Basic realm="Portal"' }).end('no');
      case '/report.cgi':
        if (lib) return void response.end('<p>12 open tickets</p>\n');
        return void response.end("<p>Software error: Can't locate CGI/Fast.pm in @INC</p>\n");
      default:
        return void response.writeHead(404).end('not found');
    }
  };
}

describe('verifyPod', () => {
  it('finds the same portal equivalent, though nearly every line of it varies', async () => {
    const ports = await Promise.all([
      serveHttp(portal({ hits: 90_411, pid: 412 })),
      serveHttp(portal({ hits: 0, pid: 7 })),
    ]);
    const { parity, outcomes, events, asked, checks } = await verify(...ports, [
      page('/'),
      page('/old'),
      page('/admin'),
      page('/report.cgi'),
    ]);
    expect(checks.filter((check) => check.outcome !== 'same')).toEqual([]);
    expect(outcomes).toEqual(['same', 'same', 'same', 'same']);
    expect(parity).toMatchObject({ verdict: 'equivalent', reasons: [] });
    expect(asked.every((to) => to.kind === 'tcp' && to.host === '127.0.0.1' && to.port === PORT)).toBe(true);
    expect(events.at(-1)).toMatchObject({ type: 'progress', step: 'verify', unit: 'checks', done: 12, total: 12 });
  });

  it('finds the page of a missing module', async () => {
    const ports = await Promise.all([
      serveHttp(portal({ hits: 1, pid: 412 })),
      serveHttp(portal({ hits: 1, pid: 7 }, false)),
    ]);
    const { parity, checks } = await verify(...ports, [page('/'), page('/report.cgi')]);
    expect(checks.map((check) => check.outcome)).toEqual(['same', 'different']);
    expect(checks[1]?.detail).toContain('Software error');
    expect(parity?.verdict).toBe('failed');
  });

  it.each([
    ['status', { status: 500 }],
    ['header server', { headers: { Server: 'nginx/1.25' } }],
    ['header cache-control', { headers: { Server: 'nginx/1.22', 'Cache-Control': 'no-store' } }],
    ['header location', { headers: { Server: 'nginx/1.22', Location: '/elsewhere' } }],
    ['header set-cookie', { headers: { Server: 'nginx/1.22', 'Set-Cookie': 'a=1; Secure' } }],
    ['body line 1', { body: 'other' }],
  ])('finds another %s', async (what, change) => {
    const answer =
      (own: { status?: number; headers?: Record<string, string>; body?: string }): RequestListener =>
      (_, response) =>
        void response
          .writeHead(own.status ?? 200, own.headers ?? { Server: 'nginx/1.22' })
          .end(own.body ?? 'the same text');
    const ports = await Promise.all([serveHttp(answer({})), serveHttp(answer(change))]);
    const { checks } = await verify(...ports, [page('/')]);
    expect(checks[0]).toMatchObject({ outcome: 'different', detail: expect.stringContaining(what) });
  });

  it('compares large and binary bodies', async () => {
    const bytes = (last: number) => Buffer.concat([Buffer.alloc(2_000_000, 7), Buffer.from([0, last])]);
    const serve = (last: number) => serveHttp((_, response) => void response.end(bytes(last)));
    const [server, same, other] = await Promise.all([serve(1), serve(1), serve(2)]);
    expect((await verify(server, same, [page('/')])).outcomes).toEqual(['same']);
    expect((await verify(server, other, [page('/')])).outcomes).toEqual(['different']);
  });

  it('compares what a service says first, but for what varies', async () => {
    const smtp = (name: string) =>
      serveTcp((socket) => socket.end(`220 mail ESMTP ${name} ${new Date().toUTCString()}\r\n`));
    const [server, same, other] = await Promise.all([smtp('Postfix'), smtp('Postfix'), smtp('Exim')]);
    const greeting: ParityProbe = { kind: 'greeting', port: PORT, reason: '' };
    expect((await verify(server, same, [greeting])).outcomes).toEqual(['same']);
    expect((await verify(server, other, [greeting])).outcomes).toEqual(['different']);
  });

  it('does not call a service equivalent that only listens in silence', async () => {
    const silent = () => serveTcp(() => undefined);
    const { parity } = await verify(await silent(), await silent(), [{ kind: 'greeting', port: PORT, reason: '' }]);
    expect(parity).toMatchObject({ verdict: 'runs', reasons: [expect.stringContaining('say nothing')] });
  });

  it('finds a container that hangs up where the server waits', async () => {
    const [server, container] = await Promise.all([serveTcp(() => undefined), serveTcp((socket) => socket.destroy())]);
    const { outcomes } = await verify(server, container, [{ kind: 'greeting', port: PORT, reason: '' }]);
    expect(outcomes).toEqual(['different']);
  });

  it('judges nothing where the server itself gives no answer', async () => {
    const [closed, container] = await Promise.all([serveTcp(() => undefined), serveHttp(portal({ hits: 1, pid: 1 }))]);
    for (const close of closers.splice(0, 1)) close();
    const { outcomes, parity } = await verify(closed, container, [page('/')]);
    expect(outcomes).toEqual(['not-compared']);
    expect(parity?.verdict).toBe('runs');
  });
});
