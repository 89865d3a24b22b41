import { generateKeyPairSync } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createMachine } from './machine.ts';

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'slipway-machine-'));
});
afterEach(() => rmSync(home, { recursive: true }));

const machine = (environment: NodeJS.ProcessEnv = {}) => createMachine({ home, environment });

function put(path: string, text: string): void {
  mkdirSync(dirname(join(home, path)), { recursive: true });
  writeFileSync(join(home, path), text);
}

describe('hosts of ~/.ssh/config', () => {
  test('are resolved as a connection would', async () => {
    put('.ssh/config', 'Include work/*\nHost bare\nHost *\n  User everyone\n  ProxyJump bastion\n');
    put(
      '.ssh/work/portal',
      'Host portal\n  HostName 10.0.0.7\n  Port 2222\n  User deploy\n  IdentityFile ~/.ssh/work_key\n',
    );
    put('.ssh/work/bastion', 'Host bastion\n  HostName bastion.example\n');
    expect(await machine().sshHosts(undefined)).toEqual([
      { alias: 'bastion', hostName: 'bastion.example', user: 'everyone', port: 22, identityFiles: [], jump: [] },
      {
        alias: 'portal',
        hostName: '10.0.0.7',
        user: 'deploy',
        port: 2222,
        identityFiles: [join(home, '.ssh/work_key')],
        jump: ['bastion'],
      },
      { alias: 'bare', hostName: 'bare', user: 'everyone', port: 22, identityFiles: [], jump: ['bastion'] },
    ]);
  });

  test('have no user where the file names none, and leave out what is no host', async () => {
    put('.ssh/config', 'Host portal\nHost user/host\n');
    expect(await machine().sshHosts(undefined)).toEqual([
      { alias: 'portal', hostName: 'portal', port: 22, identityFiles: [], jump: [] },
    ]);
  });

  test('are none without the file', async () => {
    expect(await machine().sshHosts(undefined)).toEqual([]);
  });
});

describe('private keys', () => {
  const rsa = (cipher = {}) =>
    generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs1', format: 'pem', ...cipher });
  const ec = () =>
    generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ type: 'sec1', format: 'pem' });

  test('are known by their content, and never shown', async () => {
    put('.ssh/oddly-named', String(rsa()));
    put('.ssh/locked', String(rsa({ cipher: 'aes-256-cbc', passphrase: 'open sesame' })));
    put('.ssh/id_ecdsa', String(ec()));
    put('.ssh/config', 'Host *\n');
    put('.ssh/known_hosts', 'portal ssh-ed25519 AAAA\n');
    put('.ssh/id_ecdsa.pub', 'ecdsa-sha2-nistp256 AAAA');
    put('.ssh/agent/file', String(rsa()));
    symlinkSync('/dev/zero', join(home, '.ssh/endless'));
    symlinkSync('gone', join(home, '.ssh/broken'));
    expect(await machine().keys(undefined)).toEqual([
      { path: join(home, '.ssh/id_ecdsa'), kind: 'ecdsa', encrypted: false },
      { path: join(home, '.ssh/locked'), kind: 'rsa', encrypted: true },
      { path: join(home, '.ssh/oddly-named'), kind: 'rsa', encrypted: false },
    ]);
  });

  test('are none without the folder', async () => {
    expect(await machine().keys(undefined)).toEqual([]);
  });
});

describe('Docker contexts', () => {
  const context = (name: string, host: string, description?: string) =>
    put(
      `.docker/contexts/meta/${name}/meta.json`,
      JSON.stringify({ Name: name, Metadata: { Description: description }, Endpoints: { docker: { Host: host } } }),
    );
  const names = async (environment: NodeJS.ProcessEnv = {}) =>
    (await machine(environment).dockerContexts(undefined)).flatMap(({ name, current }) => (current ? [name] : []));

  test('are listed after the default one', async () => {
    context('office', 'ssh://build:pass-word@office', 'Where\u001b[31m we build');
    context('away', 'tcp://away:2376');
    put('.docker/contexts/meta/broken/meta.json', '{');
    put('.docker/config.json', JSON.stringify({ currentContext: 'office' }));
    expect(await machine().dockerContexts(undefined)).toEqual([
      {
        name: 'default',
        endpoint: expect.stringMatching(/^unix:\/\/\/.*docker\.sock$/),
        description: '',
        current: false,
      },
      { name: 'away', endpoint: 'tcp://away:2376', description: '', current: false },
      { name: 'office', endpoint: 'ssh://build@office', description: 'Where [31m we build', current: true },
    ]);
  });

  test('the current one is the docker command’s', async () => {
    context('office', 'tcp://office:2375');
    expect(await names()).toEqual(['default']);
    expect(await names({ DOCKER_CONTEXT: 'office' })).toEqual(['office']);
    expect(await names({ DOCKER_CONTEXT: 'office', DOCKER_HOST: 'tcp://elsewhere' })).toEqual(['default']);
  });

  test('the default one is where DOCKER_HOST leads', async () => {
    const [first] = await machine({ DOCKER_HOST: 'build:4000' }).dockerContexts(undefined);
    expect(first).toMatchObject({ name: 'default', endpoint: 'tcp://build:4000' });
  });
});
