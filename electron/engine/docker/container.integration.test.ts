import { randomUUID } from 'node:crypto';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { ContainerSpec, DockerContainer } from './docker-host.ts';
import { openDockerHost } from './open.ts';
import type { OpenedDockerHost } from './opened-host.ts';
import {
  engineUnderTest,
  plainDocker,
  proxyEngine,
  type RecordingJob,
  recordingJob,
  removeAllOf,
  tarOf,
} from './testing/engine.ts';

const run = `test-container-${randomUUID()}`;
const docker = plainDocker();
const job: RecordingJob = recordingJob();
let host: OpenedDockerHost;
let image: string;

/** Answers every connection with its own words, and ends itself on SIGTERM unless told to be stubborn. */
const server = `
$| = 1; $SIG{TERM} = $ENV{STUBBORN} ? 'IGNORE' : sub { exit 7 };
use IO::Socket::INET;
my $listener = IO::Socket::INET->new(Listen => 5, LocalAddr => '0.0.0.0', LocalPort => 4000, ReuseAddr => 1) or die;
print "ready\\n"; print STDERR "on stderr\\n";
while (1) { my $client = $listener->accept or next; print $client "hello from $ENV{WHO}\\n"; close $client; }
`;

beforeAll(async () => {
  host = await openDockerHost(engineUnderTest(), job);
  const outcome = await host.build(
    {
      workload: 'server',
      tag: `slipway-test/${run}:1`,
      labels: { slipway: run },
      context: tarOf({
        'server.pl': server,
        Dockerfile: 'FROM debian:bookworm-slim\nADD server.pl /\nCMD ["perl","/server.pl"]\n',
      }),
    },
    job,
  );
  if (outcome.kind !== 'built') throw new Error(outcome.message);
  image = outcome.imageId;
});
afterAll(async () => {
  await removeAllOf(host, run);
  await host.close();
});

function specOf(change: Partial<ContainerSpec> = {}): ContainerSpec {
  return {
    name: `slipway-${run}-${randomUUID().slice(0, 8)}`,
    image,
    environment: ['WHO=somebody'],
    labels: { slipway: run, 'slipway.workload': 'server' },
    ports: [{ container: 4000, protocol: 'tcp' }],
    volumes: [],
    memoryBytes: 64 * 1024 * 1024,
    cpus: 0.5,
    pids: 50,
    init: true,
    capabilities: [],
    devices: [],
    sysctls: {},
    stopSignal: 'SIGTERM',
    ...change,
  };
}

async function started(change: Partial<ContainerSpec> = {}): Promise<DockerContainer> {
  const container = await host.createContainer(specOf(change));
  await container.start();
  await untilReady(container);
  return container;
}

async function untilReady(container: DockerContainer): Promise<void> {
  // Each output comes by a way of its own.
  for (let said = ''; !['ready', 'on stderr'].every((text) => said.includes(text)); said = await container.logs(10)) {
    if (!(await container.state()).running) throw new Error(await container.logs(50));
    await sleep(50);
  }
}

/** The first of these files that the container has: control groups version 2 and 1 name them differently. */
async function read(container: DockerContainer, ...paths: string[]): Promise<string> {
  for (const path of paths) {
    const outcome = await container.exec(['cat', path]);
    if (outcome?.exitCode === 0) return outcome.output.trim();
  }
  throw new Error(`None of ${paths.join(', ')} is there.`);
}

describe('container', () => {
  it('runs, answers, tells about itself, and stops on its signal', async () => {
    const container = await started({ hostname: 'portal' });
    expect(await container.state()).toMatchObject({ running: true, exitCode: undefined, oomKilled: false });
    expect((await container.publishedPorts()).get('4000/tcp')).toBeGreaterThan(0);
    expect(await text(await container.dial(4000, 'tcp'))).toBe('hello from somebody\n');
    expect(await container.logs(10)).toContain('on stderr');
    expect(await container.logs(1)).not.toContain('ready\non');
    expect(await container.exec(['hostname'])).toEqual({ exitCode: 0, output: 'portal\n' });
    await vi.waitFor(
      async () => {
        const processes = await container.processes();
        const perl = processes.find(({ command }) => command === 'perl /server.pl');
        // It waits for the next caller, a moment after the one before.
        expect(perl).toMatchObject({ user: '0', state: 'S' });
        expect(processes.find(({ pid }) => pid === perl?.ppid)?.command).toContain('docker-init');
      },
      { timeout: 20_000 },
    );
    const stopped = await container.stop(30);
    expect(stopped).toMatchObject({ killed: false, exitCode: 7 });
    expect(stopped.seconds).toBeLessThan(30);
    expect(await container.state()).toMatchObject({ running: false, exitCode: 7 });
    expect(await container.fileEnd('/server.pl')).toContain('STUBBORN');
    expect(await container.fileEnd('/etc')).toBe('');
    expect(await container.fileEnd('/none')).toBe('');
    await container.remove();
    await container.remove();
  });

  it('is killed where it ignores its signal', async () => {
    const container = await started({ environment: ['STUBBORN=1'] });
    expect(await container.stop(1)).toMatchObject({ killed: true, exitCode: 137 });
    await container.remove();
  });

  it('has its limits in its control group', async () => {
    const container = await started();
    const at = '/sys/fs/cgroup';
    expect(await read(container, `${at}/memory.max`, `${at}/memory/memory.limit_in_bytes`)).toBe(
      String(64 * 1024 * 1024),
    );
    expect(await read(container, `${at}/pids.max`, `${at}/pids/pids.max`)).toBe('50');
    expect(await read(container, `${at}/cpu.max`, `${at}/cpu/cpu.cfs_quota_us`)).toMatch(/^50000/);
    await container.remove();
  });

  it('has its files before it starts, with owner and mode', async () => {
    const files = tarOf({ 'etc/portal/secret.conf': 'token\n' }, { mode: 0o640, uid: 33, gid: 34 });
    const container = await started({ files });
    expect(await read(container, '/etc/portal/secret.conf')).toBe('token');
    expect((await container.exec(['stat', '-c', '%a %u %g', '/etc/portal/secret.conf']))?.output).toBe('640 33 34\n');
    await container.remove();
  });

  it('is not left behind where its files cannot be put in', async () => {
    const spec = specOf({ files: tarOf({ 'etc/passwd/below': 'no' }) });
    await expect(host.createContainer(spec)).rejects.toMatchObject({ code: 'docker.refused' });
    const left = await docker.listContainers({ all: true, filters: { name: [spec.name] } });
    expect(left).toEqual([]);
  });

  it('tells a program’s exit code, and a missing program from a failing one', async () => {
    const container = await started();
    const failing = await container.exec(['sh', '-c', 'echo out; echo err >&2; exit 5']);
    expect(failing?.exitCode).toBe(5);
    expect(failing?.output.split('\n').sort()).toEqual(['', 'err', 'out']);
    expect(await container.exec(['sh', '-c', 'exit 127'])).toMatchObject({ exitCode: 127 });
    expect(await container.exec(['/no/such/program'])).toBeUndefined();
    await container.remove();
  });

  it('shares a network: the owner publishes and names for both', async () => {
    const owner = await started({ hostname: 'portal' });
    const guest = await host.createContainer({
      ...specOf({ hostname: 'ignored', environment: ['WHO=guest'] }),
      networkOf: owner.id,
    });
    await guest.start();
    expect(await text(await guest.dial(4000, 'tcp'))).toBe('hello from somebody\n');
    expect(await guest.publishedPorts()).toEqual(await owner.publishedPorts());
    await guest.remove();
    await owner.remove();
  });

  it('starts without a limit that the engine may not raise, and says so', async () => {
    // Above the kernel's own ceiling (fs.nr_open), which no engine may pass.
    const container = await started({ openFiles: 2_000_000_000 });
    expect(job.events).toContainEqual(
      expect.objectContaining({ type: 'warning', workload: 'server', text: expect.stringContaining('open files') }),
    );
    await container.remove();
  });

  it('has a limit of open files that may be set', async () => {
    const container = await started({ openFiles: 1000 });
    expect(await read(container, '/proc/1/limits')).toMatch(/Max open files +1000 +1000 /);
    await container.remove();
  });

  it('refuses a port that is not published', async () => {
    const container = await started({ ports: [] });
    await expect(container.dial(4000, 'tcp')).rejects.toMatchObject({ code: 'docker.refused' });
    await container.remove();
  });

  it('is reached through a TCP host as well', async () => {
    const proxy = await proxyEngine();
    try {
      const remote = await openDockerHost(`tcp://127.0.0.1:${proxy.port}`, recordingJob());
      const container = await remote.createContainer(specOf());
      await container.start();
      await untilReady(container);
      expect(await text(await container.dial(4000, 'tcp'))).toBe('hello from somebody\n');
      await container.remove();
    } finally {
      await proxy.close();
    }
  });
});

describe('removeRun', () => {
  it('removes what carries the label, and nothing else', async () => {
    const mine = `${run}-mine`;
    const other = await started();
    await host.createVolume(`slipway-${mine}`, { slipway: mine });
    const spec = specOf({ labels: { slipway: mine }, volumes: [{ name: `slipway-${mine}`, path: '/data' }] });
    const container = await started(spec);
    await removeAllOf(host, mine);
    await expect(container.state()).rejects.toMatchObject({ code: 'docker.refused' });
    const { Volumes } = await docker.listVolumes({ filters: { label: [`slipway=${mine}`] } });
    expect(Volumes).toEqual([]);
    expect(await other.state()).toMatchObject({ running: true });
    await other.remove();
  });
});
