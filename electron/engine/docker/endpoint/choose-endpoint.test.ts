import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { chooseEndpoint } from './choose-endpoint.ts';

let home: string;

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'slipway-contexts-'));
});
afterEach(() => rm(home, { recursive: true }));

function choose(named: string | undefined, environment: NodeJS.ProcessEnv = {}) {
  return chooseEndpoint(named, { environment, home });
}

async function write(path: string, content: string): Promise<void> {
  await mkdir(join(home, path, '..'), { recursive: true });
  await writeFile(join(home, path), content);
}

function idOf(name: string): string {
  return createHash('sha256').update(name).digest('hex');
}

/** As "docker context create" writes it. */
async function writeContext(name: string, docker: object): Promise<void> {
  const meta = { Name: name, Metadata: {}, Endpoints: { docker } };
  await write(`.docker/contexts/meta/${idOf(name)}/meta.json`, JSON.stringify(meta));
}

describe('chooseEndpoint', () => {
  it('prefers what is named, then DOCKER_HOST, then DOCKER_CONTEXT, then the current context', async () => {
    await writeContext('office', { Host: 'tcp://office:2375' });
    await writeContext('home', { Host: 'tcp://home:2375' });
    await write('.docker/config.json', JSON.stringify({ currentContext: 'home' }));
    const both = { DOCKER_HOST: 'tcp://env:2375', DOCKER_CONTEXT: 'office' };
    expect(await choose('tcp://named:2375', both)).toMatchObject({ host: 'named' });
    expect(await choose(undefined, both)).toMatchObject({ host: 'env' });
    expect(await choose(undefined, { DOCKER_CONTEXT: 'office' })).toMatchObject({ host: 'office', label: 'office' });
    expect(await choose(undefined)).toMatchObject({ host: 'home', label: 'home' });
  });

  it('takes a DOCKER_HOST without a scheme as TCP', async () => {
    expect(await choose(undefined, { DOCKER_HOST: 'build:4000' })).toMatchObject({
      kind: 'tcp',
      host: 'build',
      port: 4000,
    });
  });

  it('reads settings from DOCKER_CONFIG', async () => {
    await write('.docker/config.json', '{}');
    await write('elsewhere/config.json', JSON.stringify({ currentContext: 'gone' }));
    const attempt = choose(undefined, { DOCKER_CONFIG: join(home, 'elsewhere') });
    await expect(attempt).rejects.toMatchObject({ code: 'docker.context' });
  });

  it('reads the certificates of a context', async () => {
    await writeContext('secure', { Host: 'tcp://secure:2376', SkipTLSVerify: false });
    const directory = `.docker/contexts/tls/${idOf('secure')}/docker`;
    for (const name of ['ca', 'cert', 'key']) await write(`${directory}/${name}.pem`, `the ${name}`);
    const endpoint = await choose('secure');
    expect(endpoint).toMatchObject({ tls: { ca: 'the ca', cert: 'the cert', key: 'the key', verify: true } });
  });

  it('reads certificates from DOCKER_CERT_PATH only where TLS is asked for', async () => {
    await write('certs/ca.pem', 'the ca');
    const paths = { DOCKER_HOST: 'tcp://build', DOCKER_CERT_PATH: join(home, 'certs') };
    expect(await choose(undefined, paths)).toMatchObject({ tls: undefined, port: 2375 });
    expect(await choose(undefined, { ...paths, DOCKER_TLS_VERIFY: '1' })).toMatchObject({
      tls: { ca: 'the ca' },
      port: 2376,
    });
  });

  it('refuses a certificate without its key, and verification without an authority', async () => {
    await write('certs/cert.pem', 'the cert');
    const environment = { DOCKER_HOST: 'tcp://build', DOCKER_CERT_PATH: join(home, 'certs'), DOCKER_TLS_VERIFY: '1' };
    await expect(choose(undefined, environment)).rejects.toMatchObject({ code: 'docker.context' });
    const empty = { ...environment, DOCKER_CERT_PATH: join(home, 'nowhere') };
    await expect(choose(undefined, empty)).rejects.toMatchObject({ code: 'docker.context' });
  });

  it('names the contexts there are where one is missing', async () => {
    await writeContext('office', { Host: 'tcp://office:2375' });
    await expect(choose('ofice')).rejects.toMatchObject({
      code: 'docker.context',
      hint: expect.stringContaining('"office"'),
    });
  });

  it('never leaves the store, whatever a context is called', async () => {
    await write('meta.json', JSON.stringify({ Name: 'x', Endpoints: { docker: { Host: 'tcp://evil:1' } } }));
    await expect(choose('../../..')).rejects.toMatchObject({ code: 'docker.context' });
  });

  it('survives unusable files', async () => {
    await write('.docker/config.json', '{ not json');
    await write(`.docker/contexts/meta/${idOf('broken')}/meta.json`, '[]');
    expect(await choose(undefined)).toMatchObject({ kind: 'unix' });
    await expect(choose('broken')).rejects.toMatchObject({ code: 'docker.context' });
  });

  it('finds a rootless engine’s socket where the system has none', async () => {
    await write('run/docker.sock', '');
    const endpoint = await choose('default', { XDG_RUNTIME_DIR: join(home, 'run') });
    expect(endpoint).toMatchObject({ kind: 'unix', path: expect.stringMatching(/docker\.sock$/) });
  });
});
