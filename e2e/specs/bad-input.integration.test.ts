import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { docker } from '../../scripts/machine/docker.ts';
import { containerName } from '../lab/container.ts';
import { type RunningServer, startServer } from '../lab/start-server.ts';
import { errorOf, type Line, slipway } from './cli.ts';
import { remains } from './remains.ts';

const run = promisify(execFile);
const host = requireDockerHost();
let server: RunningServer;
/** Holds the bundle's target and whatever a run might leave beside it. */
let directory: string;
/** A home of its own: ~/.ssh of whoever runs the tests is neither read nor written. */
let home: string;
let before: Record<string, string[]>;

beforeAll(async () => {
  server = await startServer('portal', { host });
});
afterAll(() => server?.stop());

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'bad-input-'));
  home = join(directory, 'home');
  await mkdir(join(home, '.ssh'), { recursive: true, mode: 0o700 });
  before = await remains(host, directory);
});
afterEach(async () => {
  const after = await remains(host, directory);
  await rm(directory, { recursive: true });
  expect(after).toEqual(before);
});

function migrate(overrides: Partial<Invocation> = {}) {
  const call: Invocation = {
    target: `ssh://root@127.0.0.1:${server.port}`,
    identity: server.identityFile,
    docker: host,
    output: join(directory, 'bundle'),
    flags: ['--accept-new-host-key'],
    ...overrides,
  };
  const args = ['migrate', call.target, '--identity', call.identity, '--docker', call.docker, '-o', call.output];
  return slipway([...args, ...call.flags], {
    env: { HOME: home, SSH_AUTH_SOCK: '' },
    ...(call.onLine && { onLine: call.onLine }),
  });
}

interface Invocation {
  target: string;
  identity: string;
  docker: string;
  output: string;
  flags: string[];
  onLine?: (line: Line, kill: (signal: NodeJS.Signals) => void) => void;
}

/** One line that says what is wrong and what to do, the right code and exit code. */
async function expectFailure(call: ReturnType<typeof migrate>, code: string, exitCode: number): Promise<void> {
  const result = await call;
  const error = errorOf(result);
  expect({ code: error.code, exitCode: result.exitCode }).toEqual({ code, exitCode });
  expect(error.message).toMatch(/^[^\n]+$/);
  expect(error.hint).toMatch(/^[^\n]+$/);
  expect(result.stderr.trim().split('\n').at(-1)).toContain(error.message);
}

describe('the server', () => {
  it('does not exist', () =>
    expectFailure(migrate({ target: 'ssh://root@no-such-host.invalid' }), 'server.unknown-host', 3));

  it('refuses the port', () => expectFailure(migrate({ target: 'ssh://root@127.0.0.1:1' }), 'server.refused', 3));

  it('does not know the key', async () => {
    const identity = join(home, 'other');
    await run('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', identity]);
    await expectFailure(migrate({ identity }), 'server.auth', 3);
  });

  it('is not known yet', () => expectFailure(migrate({ flags: [] }), 'server.host-key-unknown', 3));

  it('shows another key than before', async () => {
    const identity = join(home, 'other');
    await run('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', identity]);
    const { stdout } = await run('ssh-keygen', ['-y', '-f', identity]);
    await writeFile(join(home, '.ssh/known_hosts'), `[127.0.0.1]:${server.port} ${stdout}`);
    await expectFailure(migrate(), 'server.host-key-changed', 3);
  });

  it('gives no sudo', () =>
    expectFailure(
      migrate({ target: `ssh://guest@127.0.0.1:${server.port}`, flags: ['--accept-new-host-key', '--sudo', '--yes'] }),
      'server.sudo',
      3,
    ));

  it('goes away while files are fetched', async () => {
    let stopped: Promise<string> | undefined;
    const call = migrate({
      onLine(line) {
        if (line.step === 'extract') stopped ??= docker(host, ['kill', containerName('portal')]);
      },
    });
    const result = await call;
    await stopped;
    server = await startServer('portal', { host });
    expect(stopped).toBeDefined();
    expect(result.exitCode).toBe(3);
    expect(errorOf(result).code).toMatch(/^server\.(dropped|refused|timeout)$/);
  });
});

describe('the Docker host', () => {
  it('is not there', () => expectFailure(migrate({ docker: 'unix:///nowhere/docker.sock' }), 'docker.unreachable', 4));

  it('goes away during the build', async () => {
    const proxy = await startProxy(host);
    const result = await migrate({
      docker: `tcp://127.0.0.1:${proxy.port}`,
      onLine(line) {
        if (line.step === 'build' && line.type === 'log') proxy.close();
      },
    });
    expect(result.exitCode).toBe(4);
    expect(errorOf(result).code).toMatch(/^docker\.(dropped|unreachable)$/);
  });

  it('has no such base image', () =>
    expectFailure(
      migrate({ flags: ['--accept-new-host-key', '--base', 'registry.invalid/none:1'] }),
      'docker.base-missing',
      4,
    ));

  it('has the base image of another architecture', async () => {
    const image = 'foreign-base:test';
    await run('sh', ['-c', `tar -cf - -T /dev/null | docker -H '${host}' import --platform linux/arm64 - ${image}`]);
    try {
      await expectFailure(migrate({ flags: ['--accept-new-host-key', '--base', image] }), 'docker.base-mismatch', 4);
    } finally {
      await docker(host, ['rmi', image]);
    }
  });
});

describe('this machine', () => {
  it('has something in the target directory', async () => {
    const output = join(home, '.ssh');
    await writeFile(join(output, 'config'), '');
    await expectFailure(migrate({ output }), 'bundle.not-empty', 1);
  });

  it('has no room', async () => {
    const small = join(directory, 'home', 'small');
    await mkdir(small);
    await run('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', small]);
    try {
      await expectFailure(migrate({ output: join(small, 'bundle') }), 'disk.full', 1);
    } finally {
      await run('umount', [small]);
    }
  });

  it('is given unusable arguments', async () => {
    const result = await slipway(['migrate']);
    expect({ code: errorOf(result).code, exitCode: result.exitCode }).toEqual({ code: 'usage', exitCode: 1 });
  });
});

describe.each(['connect', 'scan', 'plan', 'extract', 'generate', 'build', 'run', 'verify', 'bundle'])(
  'Ctrl-C during %s',
  (step) => {
    it('ends with 130 and leaves nothing', async () => {
      let sent = false;
      const result = await migrate({
        onLine(line, kill) {
          if (line.step !== step || sent) return;
          sent = true;
          kill('SIGINT');
        },
      });
      expect(sent).toBe(true);
      expect({ code: errorOf(result).code, exitCode: result.exitCode }).toEqual({ code: 'cancelled', exitCode: 130 });
    });
  },
);

/** A Docker host over TCP that can be cut off while the engine behind it goes on. */
async function startProxy(engine: string): Promise<{ port: number; close(): void }> {
  const sockets = new Set<Socket>();
  const proxy: Server = createServer((client) => {
    const upstream = connect(engine.replace(/^unix:\/\//, ''));
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
    }
    client.pipe(upstream).pipe(client);
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const address = proxy.address();
  if (address === null || typeof address === 'string') throw new Error('The proxy has no port.');
  return {
    port: address.port,
    close() {
      proxy.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}

function requireDockerHost(): string {
  const value = process.env.DOCKER_HOST;
  if (value === undefined) throw new Error('DOCKER_HOST is not set: `npm test` starts an engine and sets it.');
  return value;
}
