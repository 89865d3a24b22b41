import { createServer } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { TunnelTarget } from './remote-host.ts';
import type { Account } from './testing/accounts.ts';
import { createAttempts } from './testing/attempt.ts';
import { failureOf } from './testing/failure.ts';
import { createLab } from './testing/lab.ts';
import { firstLine } from './testing/processes.ts';
import type { TestSshd } from './testing/sshd.ts';

// Tunnels, servers without a shell, and connections that go away.
const lab = createLab();
let server: TestSshd;
let alice: Account;
let key: string;
const attempts = createAttempts(lab, () => ({ to: server, as: alice }));

beforeAll(async () => {
  server = await lab.sshd();
  alice = lab.account();
  key = lab.key();
  lab.authorize(alice, key);
});
afterEach(attempts.closeAll);
afterAll(lab.close);

describe.each(['ssh', 'local'] as const)('a tunnel over %s', (kind) => {
  const connect = () => attempts.connect(kind === 'ssh' ? { identityFiles: [key] } : { target: 'local' });

  test.each(['tcp', 'unix'] as const)('to a %s socket carries both ways', async (family) => {
    const path = join(lab.directory, `${kind}-echo`);
    // Accounts other than root reach it as well.
    const echo = createServer({ allowHalfOpen: true }, (socket) => socket.pipe(socket));
    await new Promise<void>((resolve) => {
      if (family === 'tcp') echo.listen(0, '127.0.0.1', resolve);
      else echo.listen({ path, writableAll: true }, resolve);
    });
    const address = echo.address();
    const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
    const to: TunnelTarget = family === 'tcp' ? { kind: 'tcp', host: '127.0.0.1', port } : { kind: 'unix', path };
    const stream = await (await connect()).tunnel(to);
    stream.end('there and back');
    expect(await text(stream)).toBe('there and back');
    stream.destroy();
    echo.close();
  });

  test('to nothing is an error', async () => {
    const host = await connect();
    const tcp = await failureOf(host.tunnel({ kind: 'tcp', host: '127.0.0.1', port: 1 }));
    expect(tcp).toMatchObject({ code: 'server.refused', hint: expect.any(String) });
    const unix = await failureOf(host.tunnel({ kind: 'unix', path: '/nowhere/socket' }));
    expect(unix).toMatchObject({ code: 'server.refused', message: expect.stringContaining('/nowhere/socket') });
  });
});

describe('an account without a POSIX shell', () => {
  test('says so itself', async () => {
    const as = lab.account({ shell: '/usr/sbin/nologin' });
    lab.authorize(as, key);
    const error = await failureOf(attempts.connect({ as, identityFiles: [key] }));
    expect(error).toMatchObject({ code: 'server.no-shell', message: expect.stringContaining('not available') });
    expect(error.hint).toContain('POSIX shell');
  });

  test.each(['echo appliance', 'cat', '/bin/false', 'internal-sftp'])(
    'runs “%s” whatever it is told',
    async (command) => {
      const to = await lab.sshd({ config: [`ForceCommand ${command}`] });
      const error = await failureOf(attempts.connect({ to, identityFiles: [key] }));
      expect(error.code).toBe('server.no-shell');
    },
  );
});

test('a session more than the server allows', async () => {
  const to = await lab.sshd({ config: ['MaxSessions 1'] });
  const host = await attempts.connect({ to, identityFiles: [key] });
  const process = await host.exec('cat');
  expect(await failureOf(host.exec('true'))).toMatchObject({
    code: 'server.refused',
    hint: expect.stringContaining('MaxSessions'),
  });
  process.stdin.end();
  process.stdout.resume();
  await process.exit;
});

describe('a lost connection', () => {
  test('fails every stream of a running command, and all that is asked afterwards', async () => {
    const host = await attempts.connect({ identityFiles: [key] });
    const process = await host.exec('echo started; cat');
    await firstLine(process.stdout);
    const output = text(process.stdout);
    output.catch(() => {});
    server.killConnections();
    expect(await failureOf(process.exit)).toMatchObject({ code: 'server.dropped', hint: expect.any(String) });
    expect(await failureOf(output)).toMatchObject({ code: 'server.dropped' });
    expect(await failureOf(host.exec('true'))).toMatchObject({ code: 'server.dropped' });
    const tunnel = host.tunnel({ kind: 'unix', path: '/nowhere' });
    expect(await failureOf(tunnel)).toMatchObject({ code: 'server.dropped' });
  });

  test('while authenticating', async () => {
    const job = { signal: new AbortController().signal, emit: () => {}, asked: [], said: [] };
    const ask = async () => {
      server.killConnections();
      return 'password';
    };
    const error = await failureOf(attempts.connect({ job: { ...job, ask } }));
    expect(error).toMatchObject({ code: 'server.dropped', hint: expect.any(String) });
  });
});
