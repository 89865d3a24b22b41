import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { tcpTransport } from './local-transports.ts';
import { compareVersions, negotiate } from './negotiate.ts';

let close: () => void = () => undefined;
afterEach(() => close());

async function engineThat(answer: (response: ServerResponse) => void) {
  const server = createServer((_request, response) => answer(response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  close = () => server.close();
  const { port } = server.address() as AddressInfo;
  const transport = tcpTransport({ kind: 'tcp', label: 'x', host: '127.0.0.1', port, tls: undefined });
  return negotiate(transport, 'x', new AbortController().signal);
}

function ping(version: string, headers: Record<string, string> = {}) {
  return (response: ServerResponse) => response.writeHead(200, { 'Api-Version': version, ...headers }).end('OK');
}

describe('negotiate', () => {
  it('speaks what an older engine speaks', async () => {
    expect(await engineThat(ping('1.41'))).toMatchObject({ apiVersion: '1.41' });
  });

  it('asks a newer engine for the version it was written for', async () => {
    expect(await engineThat(ping('1.99'))).toMatchObject({ apiVersion: '1.51' });
  });

  it.each([
    ['an engine that is too old', ping('1.40')],
    ['an engine of Windows containers', ping('1.45', { Ostype: 'windows' })],
    ['a web server', (response: ServerResponse) => response.writeHead(200).end('<html>')],
  ])('refuses %s', async (_name, answer) => {
    await expect(engineThat(answer)).rejects.toMatchObject({ code: 'docker.refused' });
  });
});

describe('compareVersions', () => {
  it('compares numbers, not text', () => {
    expect(compareVersions('1.9', '1.41')).toBeLessThan(0);
    expect(compareVersions('1.41', '1.41')).toBe(0);
    expect(compareVersions('2.0', '1.99')).toBeGreaterThan(0);
  });
});
