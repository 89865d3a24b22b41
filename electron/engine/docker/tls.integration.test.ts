import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer, type Server } from 'node:tls';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDockerHost } from './open.ts';
import { recordingJob, socketUnderTest } from './testing/engine.ts';

let directory: string;
let server: Server;
let address: string;

function openssl(...args: string[]): void {
  execFileSync('openssl', args, { cwd: directory, stdio: 'ignore' });
}

/** An authority, a server's and a client's certificate, named as docker names them. */
function makeCertificates(): void {
  openssl(
    'req',
    '-x509',
    '-newkey',
    'rsa:2048',
    '-nodes',
    '-days',
    '2',
    '-subj',
    '/CN=ca',
    '-keyout',
    'ca-key.pem',
    '-out',
    'ca.pem',
  );
  writeFileSync(join(directory, 'san'), 'subjectAltName=IP:127.0.0.1');
  for (const [name, file] of [
    ['server', 'server'],
    ['client', ''],
  ] as const) {
    const [key, request, cert] = [
      `${file === '' ? '' : `${file}-`}key.pem`,
      `${name}.csr`,
      `${file === '' ? '' : `${file}-`}cert.pem`,
    ];
    openssl('req', '-newkey', 'rsa:2048', '-nodes', '-subj', `/CN=${name}`, '-keyout', key, '-out', request);
    openssl(
      'x509',
      '-req',
      '-days',
      '2',
      '-in',
      request,
      '-CA',
      'ca.pem',
      '-CAkey',
      'ca-key.pem',
      '-extfile',
      'san',
      '-out',
      cert,
    );
  }
}

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'slipway-tls-'));
  makeCertificates();
  const read = (name: string) => readFileSync(join(directory, name));
  const options = { ca: read('ca.pem'), cert: read('server-cert.pem'), key: read('server-key.pem') };
  server = createServer({ ...options, requestCert: true, rejectUnauthorized: true }, (client) => {
    const engine = connect(socketUnderTest());
    for (const socket of [client, engine]) socket.on('error', () => undefined);
    client.pipe(engine).pipe(client);
  });
  server.on('tlsClientError', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  address = `tcp://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.close();
  rmSync(directory, { recursive: true });
});

function open(environment: NodeJS.ProcessEnv) {
  return openDockerHost(address, recordingJob(), { environment, home: join(directory, 'nobody') });
}

describe('openDockerHost over TLS', () => {
  it('shows its certificate and checks the engine’s', async () => {
    const host = await open({ DOCKER_TLS_VERIFY: '1', DOCKER_CERT_PATH: directory });
    expect((await host.info()).engineVersion).not.toBe('');
  });

  it('refuses an engine that it cannot verify', async () => {
    await expect(open({ DOCKER_TLS_VERIFY: '1' })).rejects.toMatchObject({
      code: 'docker.refused',
      message: expect.stringContaining('TLS'),
    });
  });

  it('says so where TLS is expected and not asked for', async () => {
    await expect(open({})).rejects.toMatchObject({
      code: 'docker.refused',
      hint: expect.stringContaining('DOCKER_TLS_VERIFY'),
    });
  });
});
