import { describe, expect, it } from 'vitest';
import type { TlsMaterial } from './endpoint.ts';
import { parseHost } from './parse-host.ts';

const tls: TlsMaterial = { ca: 'CA', cert: undefined, key: undefined, verify: true };
const none = async () => undefined;

describe('parseHost', () => {
  it.each([
    ['unix:///run/docker.sock', { kind: 'unix', path: '/run/docker.sock' }],
    ['unix://', { kind: 'unix', path: '/var/run/docker.sock' }],
    ['tcp://build.example', { kind: 'tcp', host: 'build.example', port: 2375 }],
    ['tcp://[fd00::1]:4000', { kind: 'tcp', host: 'fd00::1', port: 4000 }],
    ['ssh://build.example', { kind: 'ssh', host: 'build.example', path: '/var/run/docker.sock' }],
    [
      'ssh://ci@build:2222/run/user/1000/docker.sock',
      { kind: 'ssh', user: 'ci', port: 2222, path: '/run/user/1000/docker.sock' },
    ],
  ])('%s', async (address, endpoint) => {
    expect(await parseHost(address, address, none)).toMatchObject({ ...endpoint, label: address });
  });

  it('takes the port of TLS where there is material for it', async () => {
    expect(await parseHost('tcp://build', 'build', async () => tls)).toMatchObject({ port: 2376, tls });
  });

  it.each([
    'unix://relative/path',
    'npipe:////./pipe/docker_engine',
    'ftp://build',
    'tcp://',
    '://',
    'tcp://host:notaport',
  ])('refuses %s', async (address) => {
    await expect(parseHost(address, address, none)).rejects.toMatchObject({ code: 'docker.context' });
  });

  it('never repeats a password', async () => {
    const attempt = parseHost('ssh://ci:hunter2@build', 'x', none);
    await expect(attempt).rejects.toMatchObject({
      code: 'docker.context',
      message: expect.not.stringContaining('hunter2'),
    });
    const other = parseHost('ftp://ci:hunter2@build', 'x', none);
    await expect(other).rejects.toMatchObject({ message: expect.not.stringContaining('hunter2') });
  });
});
