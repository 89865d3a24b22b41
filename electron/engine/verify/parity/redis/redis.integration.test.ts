import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { onFreePort } from '../../../remote/testing/free-port.ts';
import { openSide } from '../../connect/open-side.ts';
import { createPace } from '../../connect/pace.ts';
import { dialLoopback, fakeContainer } from '../../testing/fake-container.ts';
import { sampleFacts } from '../../testing/sample-facts.ts';
import { sampleJob } from '../../testing/sample-job.ts';
import { sampleWorkload } from '../../testing/sample-workload.ts';
import { realTiming } from '../../timing.ts';
import { redisProtocol } from './index.ts';

describe('the redis protocol, against real servers', () => {
  const directory = mkdtempSync(join(tmpdir(), 'slipway-redis-'));
  const stops: (() => void)[] = [];
  const ports: Record<string, number> = {};

  async function start(name: string, ...options: string[]): Promise<void> {
    ports[name] = await onFreePort(async (port) => {
      const general = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--dir', directory];
      const redis = spawn('redis-server', [...general, ...options], { stdio: ['ignore', 'pipe', 'ignore'] });
      redis.once('error', (cause) => {
        throw new Error('These tests need redis-server: apt-get install redis-server', { cause });
      });
      stops.push(() => redis.kill('SIGKILL'));
      for await (const line of createInterface(redis.stdout)) {
        if (line.includes('Ready to accept connections')) return port;
      }
      return undefined;
    });
  }

  beforeAll(async () => {
    await start('plain');
    await start('alike');
    await start('changed', '--maxmemory', '64mb', '--maxmemory-policy', 'allkeys-lru');
    await start('locked', '--requirepass', 'correct-horse');
    await start('locked-alike', '--requirepass', 'correct-horse');
  });

  afterAll(() => {
    for (const stop of stops) stop();
    rmSync(directory, { recursive: true, force: true });
  });

  async function compare(server: string, container: string) {
    const side = (name: string) =>
      openSide('server', () => dialLoopback(ports[name] ?? 0), createPace(Number.POSITIVE_INFINITY, realTiming));
    const subject = {
      workload: sampleWorkload({ parity: [{ kind: 'redis', port: 6379, reason: '' }] }),
      container: fakeContainer(),
      sides: { server: side(server), container: side(container), inside: undefined },
      facts: sampleFacts(),
      serverName: 'legacy',
      timing: realTiming,
    };
    const checks = [];
    for await (const check of redisProtocol.compare(subject, sampleJob())) checks.push(check);
    return checks;
  }

  it('is alike but for the port, which is in the configuration', async () => {
    const [ping, info] = await compare('plain', 'alike');
    expect(ping).toMatchObject({ outcome: 'same', server: 'PONG', container: 'PONG' });
    expect(info).toMatchObject({ outcome: 'different', detail: 'Differs: tcp_port.' });
  });

  it('is the same as itself, and shows the fields', async () => {
    const [ping, info] = await compare('plain', 'plain');
    expect([ping?.outcome, info?.outcome]).toEqual(['same', 'same']);
    expect(info?.server).toMatch(/^redis_version: \d/);
  });

  it('finds a changed configuration', async () => {
    const [, info] = await compare('plain', 'changed');
    expect(info?.detail).toContain('maxmemory');
    expect(info?.detail).toContain('maxmemory_policy');
  });

  it('takes a refusal for an answer', async () => {
    expect((await compare('locked', 'locked-alike')).map((check) => check.outcome)).toEqual(['same', 'same']);
    const [ping] = await compare('locked', 'plain');
    expect(ping).toMatchObject({ outcome: 'different', server: expect.stringMatching(/^error: NOAUTH/) });
  });

  it('does not wait for what speaks another language', async () => {
    const server = createServer((socket) => void socket.end('220 mail ESMTP\r\n')).listen(0, '127.0.0.1');
    await once(server, 'listening');
    ports.mail = (server.address() as AddressInfo).port;
    const checks = await compare('plain', 'mail');
    server.close();
    expect(checks.map((check) => check.outcome)).toEqual(['different', 'different']);
  });
});
