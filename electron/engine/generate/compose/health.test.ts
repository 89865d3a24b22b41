import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import { afterEach, describe, expect, it } from 'vitest';
import { entry, evidence, workload } from '../__fixtures__/plans.ts';
import { healthCheck } from './health.ts';

let server: Server | undefined;
afterEach(() => void server?.close());

/** Runs the check as the container would, against a server that gives one status. */
async function check(kind: 'http' | 'tcp', status: number, path = '/'): Promise<{ healthy: boolean; asked: string[] }> {
  const asked: string[] = [];
  server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.writeHead(status).end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo; // a TCP server that listens
  const health = kind === 'http' ? { kind, port, path } : { kind, port };
  const [, program = '', ...args] = healthCheck(workload({ health }), evidence())?.test ?? [];
  const unescaped = args.map((argument) => argument.replaceAll('$$', '$'));
  const healthy = await promisify(execFile)(program, unescaped).then(
    () => true,
    () => false,
  );
  return { healthy, asked };
}

describe('healthCheck', () => {
  it.each([200, 302, 401, 404])('is healthy with HTTP status %i', async (status) => {
    expect((await check('http', status)).healthy).toBe(true);
  });

  it('is not healthy with a server error', async () => {
    expect((await check('http', 503)).healthy).toBe(false);
  });

  it('asks for the path to the letter, and runs nothing of it', async () => {
    const path = '/$(exit)?a=`id`&b="${HOME}"';
    expect(await check('http', 200, path)).toEqual({ healthy: true, asked: [path] });
  });

  it('is healthy where a port takes a connection, and not where it does not', async () => {
    expect((await check('tcp', 200)).healthy).toBe(true);
    const health = healthCheck(workload({ health: { kind: 'tcp', port: 1 } }), evidence());
    const [, program = '', ...args] = health?.test ?? [];
    await expect(
      promisify(execFile)(
        program,
        args.map((one) => one.replaceAll('$$', '$')),
      ),
    ).rejects.toThrow();
  });

  it.each([
    ['no port to ask', { health: { kind: 'process' as const } }],
    [
      'a base that may lack bash',
      { health: { kind: 'tcp' as const, port: 1 }, base: { image: 'alpine:3.19', reason: '' } },
    ],
    ['no base at all', { health: { kind: 'tcp' as const, port: 1 }, strategy: 'scratch' as const }],
  ])('leaves it out with %s', (_, changes) => {
    expect(healthCheck(workload(changes), evidence())).toBeUndefined();
  });

  it('uses a bash that came with the files', () => {
    const changes = { health: { kind: 'tcp' as const, port: 1 }, strategy: 'scratch' as const };
    expect(healthCheck(workload(changes), evidence([entry('/usr/bin/bash')]))).toBeDefined();
  });
});
