import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { credentialsFrom } from './credentials.ts';
import { registryOf, withTag } from './reference.ts';

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'slipway-credentials-'));
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(directory, { recursive: true });
});

const { signal } = new AbortController();

async function read(config: object | string, registry = 'registry.example') {
  await writeFile(join(directory, 'config.json'), typeof config === 'string' ? config : JSON.stringify(config));
  return credentialsFrom(directory)(registry, signal);
}

/** A credential helper on the path that answers with this, and keeps what it was asked. */
async function installHelper(answer: string): Promise<void> {
  const file = join(directory, 'docker-credential-test');
  await writeFile(file, `#!/bin/sh\ncat > '${directory}/asked'\ncat <<'END'\n${answer}\nEND\n`);
  await chmod(file, 0o755);
  vi.stubEnv('PATH', `${directory}:${process.env.PATH}`);
}

describe('credentialsFrom', () => {
  it('has none for a registry that is called as something of every object', async () => {
    expect(await read({ auths: {}, credHelpers: {} }, 'constructor')).toBeUndefined();
  });

  it('reads what the file itself holds, colons in a password included', async () => {
    const auth = Buffer.from('ci:a:b').toString('base64');
    expect(await read({ auths: { 'registry.example': { auth } } })).toEqual({
      username: 'ci',
      password: 'a:b',
      serveraddress: 'registry.example',
    });
  });

  it('asks the helper of the registry, or the general one', async () => {
    await installHelper('{"ServerURL":"x","Username":"ci","Secret":"s3cret"}');
    const expected = { username: 'ci', password: 's3cret', serveraddress: 'registry.example' };
    expect(await read({ credHelpers: { 'registry.example': 'test' } })).toEqual(expected);
    expect(await read({ credsStore: 'test' })).toEqual(expected);
  });

  it('hands on an identity token', async () => {
    await installHelper('{"ServerURL":"x","Username":"<token>","Secret":"t0ken"}');
    expect(await read({ credsStore: 'test' })).toEqual({ identitytoken: 't0ken', serveraddress: 'registry.example' });
  });

  it('has none where a helper is missing, badly named, or says nonsense', async () => {
    await installHelper('not json');
    expect(await read({ credsStore: 'test' })).toBeUndefined();
    expect(await read({ credsStore: 'no-such-helper' })).toBeUndefined();
    expect(await read({ credsStore: '../../bin/sh' })).toBeUndefined();
    expect(await read('{ not json')).toBeUndefined();
  });
});

describe('references', () => {
  it.each([
    ['debian', 'https://index.docker.io/v1/', 'debian:latest'],
    ['library/debian:12', 'https://index.docker.io/v1/', 'library/debian:12'],
    ['registry.example:5000/a/b', 'registry.example:5000', 'registry.example:5000/a/b:latest'],
    ['localhost/a@sha256:00', 'localhost', 'localhost/a@sha256:00'],
  ])('%s', (reference, registry, tagged) => {
    expect(registryOf(reference)).toBe(registry);
    expect(withTag(reference)).toBe(tagged);
  });
});
