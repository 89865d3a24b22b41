import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import { docker, tryDocker } from '../../scripts/machine/docker.ts';
import { errorOf } from './cli.ts';
import { loadImageFor } from './foreign-image.ts';
import { type Relay, startRelay } from './relay.ts';
import { expectFailure, setScene } from './scene.ts';

const run = promisify(execFile);
const scene = setScene('bad-input');
const { host, home, migrate } = scene;
const accept = '--accept-new-host-key';
/** So large that its transfer is still under way when the test hears of it. */
const large = { path: '/opt/slipway-spec-large', megabytes: 96 };

async function otherKey(): Promise<{ file: string; line: string }> {
  const file = join(home(), 'other');
  await run('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', file]);
  return { file, line: (await run('ssh-keygen', ['-y', '-f', file])).stdout };
}

describe('the server', () => {
  it('does not exist', async () =>
    expectFailure(await migrate({ target: 'ssh://root@no-such-host.invalid' }), 'server.unknown-host', 3));

  it('refuses the port', async () =>
    expectFailure(await migrate({ target: 'ssh://root@127.0.0.1:1' }), 'server.refused', 3));

  it('does not know the key', async () =>
    expectFailure(await migrate({ identity: (await otherKey()).file }), 'server.auth', 3));

  it('is not known yet', async () => expectFailure(await migrate({ flags: [] }), 'server.host-key-unknown', 3));

  it('shows another key than before', async () => {
    const { line } = await otherKey();
    await writeFile(join(home(), '.ssh/known_hosts'), `[127.0.0.1]:${scene.server().port} ${line}`);
    expectFailure(await migrate(), 'server.host-key-changed', 3);
  });

  it('gives no sudo', async () => {
    const target = `ssh://guest@127.0.0.1:${scene.server().port}`;
    expectFailure(await migrate({ target, flags: [accept, '--sudo', '--yes'] }), 'server.sudo', 3);
  });
});

describe('the connection to the server, in the middle of a file', () => {
  beforeAll(async () => {
    await scene.onServer(`head -c ${large.megabytes}M /dev/urandom >${large.path}`);
    return async () => {
      await scene.onServer(`rm ${large.path}`);
    };
  });

  function migrateThrough(relay: Relay, output: string, onDrop: () => void) {
    let fetching = false;
    return migrate({
      output,
      target: `ssh://root@127.0.0.1:${relay.port}`,
      flags: [accept, '--include', large.path],
      onLine(line) {
        if (line.type === 'warning' && /dropped/.test(line.text ?? '')) onDrop();
        if (line.type !== 'progress' || line.step !== 'extract' || fetching) return;
        fetching = true;
        relay.cutAfter(8 << 20);
      },
    });
  }

  it('drops and comes back: what was fetched stays, the rest follows', async () => {
    const relay = await startRelay({ host: '127.0.0.1', port: scene.server().port });
    const output = join(home(), 'bundle');
    let drops = 0;
    const result = await migrateThrough(relay, output, () => {
      drops += 1;
    });
    relay.close();
    const workloads = result.lines.at(-1)?.workloads ?? [];
    await docker(host, ['rmi', ...workloads.flatMap(({ imageId }) => imageId ?? [])]);
    expect({ exitCode: result.exitCode, drops, stderr: result.stderr }).toEqual({ exitCode: 0, drops: 1, stderr: '' });
    const there = await scene.onServer(`sha256sum ${large.path} | cut -c1-64`);
    const { stdout } = await run('sh', [
      '-c',
      `tar -xOf "$1"/workloads/*/payload.tar ${large.path.slice(1)} | sha256sum`,
      'sh',
      output,
    ]);
    expect(stdout.slice(0, 64)).toBe(there);
  });

  it('drops for good', async () => {
    const relay = await startRelay({ host: '127.0.0.1', port: scene.server().port });
    const result = await migrateThrough(relay, join(scene.work(), 'bundle'), relay.close);
    expectFailure(result, 'server.refused', 3);
  });
});

describe('the Docker host', () => {
  it('is not there', async () =>
    expectFailure(await migrate({ docker: 'unix:///nowhere/docker.sock' }), 'docker.unreachable', 4));

  it.each(['for a moment', 'for good'])('goes away during the build, %s', async (how) => {
    const relay = await startRelay({ path: host.replace(/^unix:\/\//, '') });
    const unnamed = await unnamedImages();
    let building = false;
    const result = await migrate({
      docker: `tcp://127.0.0.1:${relay.port}`,
      onLine(line) {
        if (building || line.step !== 'build' || line.type !== 'log') return;
        building = true;
        if (how === 'for good') relay.close();
        else relay.cut();
      },
    });
    relay.close();
    expectFailure(result, 'docker.dropped', 4);
    // What an engine finishes out of everybody's reach, only its own machine can take back.
    if (how === 'for good') await removeUnnamedImages(unnamed);
  });

  it('has no such base image', async () =>
    expectFailure(await migrate({ flags: [accept, '--base', 'registry.invalid/none:1'] }), 'docker.base-missing', 4));

  it('has the base image of another architecture', async () => {
    const image = 'slipway-spec-foreign:1';
    await loadImageFor(host, 'arm64', image);
    try {
      expectFailure(await migrate({ flags: [accept, '--base', image] }), 'docker.base-mismatch', 4);
    } finally {
      await docker(host, ['rmi', image]);
    }
  });
});

describe('this machine', () => {
  it('has something in the target directory', async () => {
    const output = join(home(), 'mine');
    await mkdir(output);
    await writeFile(join(output, 'notes'), '');
    expectFailure(await migrate({ output }), 'bundle.not-empty', 1);
  });

  it('has a file where the bundle should go', async () => {
    const output = join(home(), 'mine');
    await writeFile(output, '');
    expectFailure(await migrate({ output }), 'bundle.not-empty', 1);
  });

  it('has no room', async () => {
    const small = join(home(), 'small');
    await mkdir(small);
    await run('mount', ['-t', 'tmpfs', '-o', 'size=128k', 'tmpfs', small]);
    try {
      expectFailure(await migrate({ output: join(small, 'bundle') }), 'disk.full', 1);
      expect((await run('ls', ['-A', small])).stdout).toBe('');
    } finally {
      await run('umount', [small]);
    }
  });
});

describe('unusable arguments', () => {
  it.each([
    ['no target', ['migrate']],
    ['no output', ['migrate', 'ssh://root@127.0.0.1']],
    ['an unknown option', ['migrate', 'ssh://root@127.0.0.1', '-o', 'bundle', '--no-such-option']],
    ['an unknown strategy', ['migrate', 'ssh://root@127.0.0.1', '-o', 'bundle', '--strategy', 'magic']],
    ['a target that is none', ['migrate', 'http://127.0.0.1', '-o', 'bundle']],
    ['a port that is none', ['migrate', 'ssh://root@127.0.0.1:99999', '-o', 'bundle']],
    ['a password in the target', ['migrate', 'ssh://root:keel-haul@127.0.0.1', '-o', 'bundle']],
    ['an unknown command', ['move']],
  ])('%s', async (_name, args) => {
    const result = await scene.run(args);
    expectFailure(result, 'usage', 1);
    expect(result.stderr).not.toContain('keel-haul');
  });

  it('a workload that the server does not have', async () =>
    expectFailure(await migrate({ flags: [accept, '--workload', 'no-such'] }), 'usage', 1));

  it('a Docker host that is none', async () =>
    expectFailure(await migrate({ docker: 'ftp://127.0.0.1' }), 'docker.context', 4));

  it('a key that is not there', async () =>
    expect(errorOf(await migrate({ identity: join(home(), 'none') })).code).toBe('server.key-unusable'));
});

async function unnamedImages(): Promise<string[]> {
  return (await docker(host, ['images', '--quiet', '--no-trunc', '--filter', 'dangling=true']))
    .split('\n')
    .filter(Boolean);
}

/** Removes those that were not there before, also the one that a step still under way makes. */
async function removeUnnamedImages(before: readonly string[]): Promise<void> {
  for (let quiet = 0; quiet < 8; quiet += 1) {
    await sleep(1000);
    for (const image of await unnamedImages()) {
      if (before.includes(image)) continue;
      await tryDocker(host, ['rmi', '--force', image]);
      quiet = 0;
    }
  }
}
