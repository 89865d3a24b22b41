import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Duplex, PassThrough } from 'node:stream';
import { afterAll, describe, expect, it } from 'vitest';
import { dialLoopback } from '../../testing/fake-container.ts';
import { askHttp } from './ask-http.ts';
import { compareAnswers } from './compare-answers.ts';

const directory = mkdtempSync(join(tmpdir(), 'slipway-tls-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

function selfSigned(name: string): { key: Buffer; cert: Buffer } {
  const [key, cert] = [join(directory, `${name}.key`), join(directory, `${name}.crt`)];
  const options = ['-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', `/CN=${name}`];
  execFileSync('openssl', ['req', ...options, '-keyout', key, '-out', cert], { stdio: 'ignore' });
  return { key: readFileSync(key), cert: readFileSync(cert) };
}

async function ask(identity: { key: Buffer; cert: Buffer }) {
  const server = createServer(identity, (_, response) => void response.end('over TLS')).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const socket = await dialLoopback((server.address() as AddressInfo).port);
  // A stream that is no socket, as an SSH channel is none.
  const stream = Duplex.from({ readable: socket.pipe(new PassThrough()), writable: socket });
  try {
    return await askHttp(stream, { kind: 'http', port: 443, tls: true, path: '/', reason: '' }, 'portal.example:8443');
  } finally {
    socket.destroy();
    server.close();
  }
}

describe('askHttp over TLS', () => {
  it('accepts any certificate and shows whose it is', async () => {
    const answer = await ask(selfSigned('portal.example'));
    expect(answer.body.toString()).toBe('over TLS');
    expect(answer.certificate?.subject).toBe('CN=portal.example');
    expect(answer.certificate?.fingerprint).toMatch(/^([0-9A-F]{2}:){31}[0-9A-F]{2}$/);
  });

  it('tells two certificates of the same name apart', async () => {
    const [one, two] = [selfSigned('same'), selfSigned('same')];
    const [first, again, other] = [await ask(one), await ask(one), await ask(two)];
    const context = { now: Date.now(), zoneOffsetMinutes: 0 };
    expect(compareAnswers([first], again, context).outcome).toBe('same');
    expect(compareAnswers([first], other, context).differences).toEqual([expect.stringContaining('certificate')]);
  });
});
