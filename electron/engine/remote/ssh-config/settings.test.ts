import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Destination } from '../target.ts';
import { readSshConfig } from './files.ts';
import { resolveSettings, type SshSettings } from './settings.ts';

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'slipway-config-'));
  mkdirSync(join(home, '.ssh/conf.d'), { recursive: true });
});
afterEach(() => rmSync(home, { recursive: true }));

async function resolve(config: string, destination: Destination = { host: 'portal' }): Promise<SshSettings> {
  const file = join(home, '.ssh/config');
  writeFileSync(file, config);
  return resolveSettings(destination, await readSshConfig(file, home), home);
}

test('without a configuration', async () => {
  expect(resolveSettings({ host: 'portal' }, await readSshConfig(join(home, '.ssh/none'), home), home)).toEqual({
    alias: 'portal',
    host: 'portal',
    port: 22,
    user: userInfo().username,
    identityFiles: undefined,
    identitiesOnly: false,
    identityAgent: undefined,
    proxyJump: [],
    proxyCommand: undefined,
    userKnownHostsFiles: [join(home, '.ssh/known_hosts'), join(home, '.ssh/known_hosts2')],
    globalKnownHostsFiles: ['/etc/ssh/ssh_known_hosts', '/etc/ssh/ssh_known_hosts2'],
    hostKeyAlias: undefined,
    hashKnownHosts: false,
    connectTimeoutSeconds: 15,
    keepAliveSeconds: 15,
    keepAliveCount: 3,
  });
});

describe('Host', () => {
  test('the first value wins, keys add up', async () => {
    const found = await resolve(`
      Host portal
        HostName = 192.0.2.7
        port 2222
        IdentityFile ~/.ssh/portal
      Host por* !portal2
        User deploy
        Port 3333
        IdentityFile "%d/.ssh/with space/%r@%h-%p"
      Host other
        User nobody
      Host *
        User everybody
        ServerAliveInterval 1m30s
        ServerAliveCountMax 5
        ConnectTimeout 40
        IdentitiesOnly yes`);
    expect(found).toMatchObject({
      host: '192.0.2.7',
      port: 2222,
      user: 'deploy',
      identityFiles: [join(home, '.ssh/portal'), join(home, '.ssh/with space/deploy@192.0.2.7-2222')],
      keepAliveSeconds: 90,
      keepAliveCount: 5,
      connectTimeoutSeconds: 40,
      identitiesOnly: true,
    });
  });

  test('what the person wrote wins', async () => {
    const destination = { host: 'portal', user: 'me', port: 22 };
    expect(await resolve('User you\nPort 2222', destination)).toMatchObject({ user: 'me', port: 22 });
  });

  test('a negated pattern', async () => {
    const config = 'Host * !portal\n  Port 2222';
    expect((await resolve(config)).port).toBe(22);
    expect((await resolve(config, { host: 'other' })).port).toBe(2222);
  });

  test('HostName with the alias in it, known_hosts elsewhere', async () => {
    const found = await resolve('HostName %h.example\nHostKeyAlias portal-key\nUserKnownHostsFile ~/a "/b c"');
    expect(found).toMatchObject({
      host: 'portal.example',
      hostKeyAlias: 'portal-key',
      userKnownHostsFiles: [join(home, 'a'), '/b c'],
    });
  });
});

describe('Match', () => {
  test.each([
    ['all', true],
    ['originalhost portal', true],
    ['originalhost other', false],
    ['host 192.0.2.7', true],
    ['host portal', false],
    ['user deploy', true],
    ['!user deploy', false],
    ['host 192.0.2.7 user root,deploy', true],
    ['host 192.0.2.7 user root', false],
    ['exec "true"', false],
    ['final', false],
  ])('%s', async (criteria, applies) => {
    const found = await resolve(`HostName 192.0.2.7\nUser deploy\nMatch ${criteria}\n  Port 2222`);
    expect(found.port).toBe(applies ? 2222 : 22);
  });
});

describe('Include', () => {
  test('of several files, in the order of their names, below ~/.ssh', async () => {
    writeFileSync(join(home, '.ssh/conf.d/b.conf'), 'Port 2\nUser b');
    writeFileSync(join(home, '.ssh/conf.d/a.conf'), 'Port 1');
    writeFileSync(join(home, '.ssh/conf.d/.hidden.conf'), 'HostName hidden');
    expect(await resolve('Include conf.d/*.conf')).toMatchObject({ port: 1, user: 'b', host: 'portal' });
    expect(await resolve('Include ~/.ssh/conf.?/b.conf nowhere')).toMatchObject({ port: 2 });
  });

  test('in a Host block counts for that host alone', async () => {
    writeFileSync(join(home, '.ssh/work'), 'Port 1\nHost *\n  User included');
    const config = 'Host other\n  Include work\nHost *\n  User everybody';
    expect(await resolve(config)).toMatchObject({ port: 22, user: 'everybody' });
    expect(await resolve(config, { host: 'other' })).toMatchObject({ port: 1, user: 'included' });
  });

  test('of itself is an error', async () => {
    await expect(resolve('Include config')).rejects.toMatchObject({ code: 'usage' });
  });
});

describe('Proxy', () => {
  test.each([
    ['ProxyJump a,b@c:22', ['a', 'b@c:22'], undefined],
    ['ProxyJump none\nProxyCommand nc %h %p', [], undefined],
    ['ProxyCommand ssh -W %h:%p bastion', ['bastion'], undefined],
    ['ProxyCommand ssh -q me@bastion -W %h:%p', ['me@bastion'], undefined],
    ['ProxyCommand "ssh" -W %h:%p -i key bastion', [], expect.stringContaining('bastion')],
    ['ProxyCommand nc -X 5 -x proxy:1080 %h %p', [], 'nc -X 5 -x proxy:1080 %h %p'],
    ['ProxyCommand none', [], undefined],
  ])('%s', async (config, proxyJump, proxyCommand) => {
    expect(await resolve(config)).toMatchObject({ proxyJump, proxyCommand });
  });
});

test('a file that is no configuration', async () => {
  await expect(resolve('Host "never closed')).rejects.toMatchObject({
    code: 'usage',
    message: expect.stringContaining(join(home, '.ssh/config')),
  });
});

test.each(['abc', '0', '70000'])('Port %s is no port', async (port) => {
  await expect(resolve(`Port ${port}`)).rejects.toMatchObject({
    code: 'usage',
    message: expect.stringContaining(`portal: ${port}`),
  });
});
