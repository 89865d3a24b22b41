import { mkdirSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Account } from './testing/accounts.ts';
import { createAttempts, whoami } from './testing/attempt.ts';
import { failureOf } from './testing/failure.ts';
import { createJob, createLab } from './testing/lab.ts';
import type { TestSshd } from './testing/sshd.ts';

// The ways to a server: ~/.ssh/config, jump hosts, and everything that can stand in between.
const lab = createLab();
let server: TestSshd;
let bastion: TestSshd;
let alice: Account;
let key: string;
const attempts = createAttempts(lab, () => ({ to: server, as: alice }));
const tryConnect = attempts.connect;

beforeAll(async () => {
  [server, bastion] = await Promise.all([lab.sshd(), lab.sshd()]);
  alice = lab.account();
  key = lab.key();
  lab.authorize(alice, key);
});
afterEach(attempts.closeAll);
afterAll(lab.close);

describe('~/.ssh/config', () => {
  test('an alias with everything in an included file', async () => {
    const home = lab.home({ knownHosts: server.knownHost(), config: 'Include conf.d/*\n' });
    mkdirSync(join(home, '.ssh/conf.d'));
    writeFileSync(
      join(home, '.ssh/conf.d/portal'),
      `Host port*\n  HostName 127.0.0.1\n  Port ${server.port}\n  User ${alice.name}\n  IdentityFile ${key}\n`,
    );
    const host = await tryConnect({ target: 'portal', home });
    expect(await whoami(host)).toBe(alice.name);
    expect(host.label).toBe(`${alice.name}@127.0.0.1:${server.port}`);
  });

  test('HostKeyAlias and UserKnownHostsFile', async () => {
    const home = lab.home({
      config: `Host *\n HostKeyAlias portal\n UserKnownHostsFile ~/hosts\n IdentityFile ${key}`,
    });
    writeFileSync(join(home, 'hosts'), server.knownHost().replace(/^\S+/, 'portal'));
    expect(await whoami(await tryConnect({ home }))).toBe(alice.name);
  });

  test('a ProxyCommand is refused, not passed over', async () => {
    const home = lab.home({ config: 'Host *\n  ProxyCommand nc %h %p\n' });
    expect(await failureOf(tryConnect({ home }))).toMatchObject({ code: 'server.unsupported' });
  });
});

describe('jump hosts', () => {
  const through = () => `${alice.name}@127.0.0.1:${bastion.port}`;

  test('named by the person', async () => {
    const home = lab.home({ knownHosts: server.knownHost() + bastion.knownHost() });
    const host = await tryConnect({ home, jump: [through()], identityFiles: [key] });
    expect(await whoami(host)).toBe(alice.name);
    expect(bastion.log()).toContain(`Accepted publickey for ${alice.name}`);
  });

  test('a chain of the configuration', async () => {
    const inner = await lab.sshd();
    const config = [
      `Host portal\n  HostName 127.0.0.1\n  Port ${server.port}\n  ProxyJump inner`,
      `Host inner\n  HostName 127.0.0.1\n  Port ${inner.port}\n  ProxyJump ${through()}`,
      `Host *\n  User ${alice.name}\n  IdentityFile ${key}`,
    ].join('\n');
    const home = lab.home({ knownHosts: server.knownHost() + bastion.knownHost() + inner.knownHost(), config });
    expect(await whoami(await tryConnect({ target: 'portal', home }))).toBe(alice.name);
    expect(inner.log()).toContain(`Accepted publickey for ${alice.name}`);
  });

  test('are verified themselves', async () => {
    const job = createJob({ 'host-key': 'no' });
    const home = lab.home({ knownHosts: server.knownHost() });
    const error = await failureOf(tryConnect({ home, job, jump: [through()], identityFiles: [key] }));
    expect(error).toMatchObject({ code: 'server.host-key-unknown' });
    expect(job.asked).toMatchObject([{ kind: 'host-key', host: `[127.0.0.1]:${bastion.port}` }]);
  });

  test('that go away take the connection with them', async () => {
    const home = lab.home({ knownHosts: server.knownHost() + bastion.knownHost() });
    const host = await tryConnect({ home, jump: [through()], identityFiles: [key] });
    const process = await host.exec('cat');
    bastion.killConnections();
    expect(await failureOf(process.exit)).toMatchObject({ code: 'server.dropped' });
  });

  test('do not jump through themselves', async () => {
    const config = `Host *\n  ProxyJump 127.0.0.1\n  Port ${server.port}\n  IdentityFile ${key}`;
    const home = lab.home({ knownHosts: server.knownHost(), config });
    expect(await whoami(await tryConnect({ target: `${alice.name}@127.0.0.1`, home }))).toBe(alice.name);
  });

  test('that go round in circles', async () => {
    const home = lab.home({ config: 'Host a\n ProxyJump b\nHost b\n ProxyJump a\n' });
    expect(await failureOf(tryConnect({ target: 'a', home }))).toMatchObject({ code: 'usage' });
  });

  test('that forward nothing', async () => {
    const closed = await lab.sshd({ config: ['AllowTcpForwarding no'] });
    const home = lab.home({ knownHosts: server.knownHost() + closed.knownHost() });
    const jump = [`${alice.name}@127.0.0.1:${closed.port}`];
    const error = await failureOf(tryConnect({ home, jump, identityFiles: [key] }));
    expect(error).toMatchObject({ code: 'server.refused', hint: expect.stringContaining('AllowTcpForwarding') });
  });

  test('behind which nothing listens', async () => {
    const home = lab.home({ knownHosts: bastion.knownHost() });
    const target = `ssh://${alice.name}@127.0.0.1:1`;
    const error = await failureOf(tryConnect({ home, target, jump: [through()], identityFiles: [key] }));
    expect(error).toMatchObject({ code: 'server.refused', message: expect.stringContaining('does not reach') });
    expect(error.hint).not.toContain('AllowTcpForwarding');
  });
});

describe('an old server', () => {
  test('that knows nothing newer than SHA-1 and CBC', async () => {
    const config = [
      'KexAlgorithms diffie-hellman-group14-sha1',
      'HostKeyAlgorithms ssh-rsa',
      'Ciphers aes128-cbc',
      'MACs hmac-sha1',
    ];
    const to = await lab.sshd({ config, hostKeys: ['rsa'] });
    expect(await whoami(await tryConnect({ to, identityFiles: [key] }))).toBe(alice.name);
  });
});

describe('no way in', () => {
  const sockets: Socket[] = [];
  async function listener(greet: (socket: Socket) => void) {
    const listening = createServer((socket) => {
      sockets.push(socket.on('error', () => {}));
      greet(socket);
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => listening.once('listening', resolve));
    return { port: (listening.address() as AddressInfo).port, close: () => listening.close() };
  }
  afterEach(() => {
    for (const socket of sockets.splice(0)) socket.destroy();
  });

  test('a host that no name service knows', async () => {
    const error = await failureOf(tryConnect({ target: 'ssh://root@no-such-host.invalid' }));
    expect(error).toMatchObject({ code: 'server.unknown-host', hint: expect.any(String) });
    expect(error.message).toContain('no-such-host.invalid');
  });

  test('a port where nothing listens', async () => {
    const { port, close } = await listener(() => {});
    close();
    const error = await failureOf(tryConnect({ target: `ssh://root@127.0.0.1:${port}` }));
    expect(error).toMatchObject({ code: 'server.refused', message: expect.stringContaining(`127.0.0.1:${port}`) });
  });

  test('a server that says nothing', async () => {
    const { port, close } = await listener(() => {});
    const home = lab.home({ config: 'ConnectTimeout 1\n' });
    const error = await failureOf(tryConnect({ target: `ssh://root@127.0.0.1:${port}`, home }));
    expect(error.code).toBe('server.timeout');
    close();
  });

  test('a server of something else', async () => {
    const { port, close } = await listener((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
    const error = await failureOf(tryConnect({ target: `ssh://root@127.0.0.1:${port}` }));
    expect(error).toMatchObject({
      code: 'server.protocol',
      message: expect.stringContaining('HTTP/1.1 400 Bad Request'),
    });
    close();
  });

  test('a server of something else that waits for us', async () => {
    const { port, close } = await listener((socket) => socket.write('RFB 003.008\n'));
    const home = lab.home({ config: 'ConnectTimeout 1\n' });
    const error = await failureOf(tryConnect({ target: `ssh://root@127.0.0.1:${port}`, home }));
    expect(error).toMatchObject({ code: 'server.protocol', message: expect.stringContaining('RFB 003.008') });
    close();
  });

  test('a server that hangs up at once', async () => {
    const { port, close } = await listener((socket) => socket.destroy());
    const error = await failureOf(tryConnect({ target: `ssh://root@127.0.0.1:${port}` }));
    expect(error).toMatchObject({ code: 'server.dropped', hint: expect.stringContaining('MaxStartups') });
    close();
  });

  test('cancelled while it waits', async () => {
    const controller = new AbortController();
    const { port, close } = await listener(() => controller.abort(new Error('enough')));
    const job = createJob({}, controller.signal);
    await expect(tryConnect({ target: `ssh://root@127.0.0.1:${port}`, job })).rejects.toThrow('enough');
    close();
  });
});
