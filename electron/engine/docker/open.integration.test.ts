import { createHash, randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { emptyWorkload } from '../../../shared/testing/empty-plan.ts';
import { createLab, type Lab } from '../remote/testing/lab.ts';
import { openDockerHost } from './open.ts';
import type { OpenedDockerHost } from './opened-host.ts';
import { runPod } from './run-pod.ts';
import {
  type EngineProxy,
  engineUnderTest,
  plainDocker,
  proxyEngine,
  recordingJob,
  removeAllOf,
  tarOf,
} from './testing/engine.ts';
import { planOf } from './testing/plan.ts';

let home: string;
let proxy: EngineProxy | undefined;

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'slipway-docker-'));
});
afterEach(async () => {
  await proxy?.close();
  proxy = undefined;
  await rm(home, { recursive: true });
});

function open(host: string | undefined, environment: NodeJS.ProcessEnv = {}, job = recordingJob()) {
  return openDockerHost(host, job, { environment, home });
}

async function engineId(): Promise<string> {
  return (await plainDocker().version()).Version;
}

describe('openDockerHost', () => {
  it('opens a unix socket', async () => {
    const host = await open(engineUnderTest());
    expect((await host.info()).engineVersion).toBe(await engineId());
    await host.close();
  });

  it('opens what DOCKER_HOST names, and is not led astray by it where a host is named', async () => {
    const named = await open(engineUnderTest(), { DOCKER_HOST: 'tcp://127.0.0.1:1' });
    expect((await named.info()).engineVersion).toBe(await engineId());
    const host = await open(undefined, { DOCKER_HOST: engineUnderTest() });
    expect(host.label).toBe(engineUnderTest());
  });

  it('opens a TCP port', async () => {
    proxy = await proxyEngine();
    const host = await open(`tcp://127.0.0.1:${proxy.port}`);
    expect((await host.info()).engineVersion).toBe(await engineId());
  });

  it('opens the current context', async () => {
    const id = createHash('sha256').update('lab').digest('hex');
    await mkdir(join(home, '.docker/contexts/meta', id), { recursive: true });
    const meta = {
      Name: 'lab',
      Metadata: {},
      Endpoints: { docker: { Host: engineUnderTest(), SkipTLSVerify: false } },
    };
    await writeFile(join(home, '.docker/contexts/meta', id, 'meta.json'), JSON.stringify(meta));
    await writeFile(join(home, '.docker/config.json'), JSON.stringify({ currentContext: 'lab' }));
    const host = await open(undefined);
    expect(host.label).toBe('lab');
    expect((await host.info()).engineVersion).toBe(await engineId());
  });

  it('says which it is: no socket, nobody there, unknown name, TLS expected', async () => {
    await expect(open(`unix://${home}/none.sock`)).rejects.toMatchObject({ code: 'docker.unreachable' });
    await expect(open('tcp://127.0.0.1:1')).rejects.toMatchObject({ code: 'docker.unreachable' });
    await expect(open('tcp://no-such-host.invalid')).rejects.toMatchObject({ code: 'docker.unreachable' });
    proxy = await proxyEngine();
    const tls = { DOCKER_TLS_VERIFY: '1' };
    await expect(open(`tcp://127.0.0.1:${proxy.port}`, tls)).rejects.toMatchObject({ code: 'docker.refused' });
  });

  it('is lost when the engine goes away', async () => {
    proxy = await proxyEngine();
    const host = await open(`tcp://127.0.0.1:${proxy.port}`);
    proxy.die();
    await expect(host.info()).rejects.toMatchObject({ code: 'docker.dropped' });
  });

  it('gives up when cancelled', async () => {
    const job = recordingJob();
    job.cancel();
    await expect(open(engineUnderTest(), {}, job)).rejects.toBe(job.signal.reason);
  });
});

describe('openDockerHost over SSH', () => {
  let lab: Lab;

  beforeAll(() => {
    lab = createLab();
  });
  afterAll(() => lab.close());

  it('reaches the engine’s socket through a verified connection', async () => {
    const [server, account, key] = [await lab.sshd(), lab.account(), lab.key()];
    lab.authorize(account, key);
    const socket = join(lab.directory, 'engine.sock');
    proxy = await proxyEngine(socket);
    const config = `IdentityFile ${key}\nIdentitiesOnly yes\n`;
    const around = { environment: {}, home: lab.home({ knownHosts: server.knownHost(), config }) };
    const address = `ssh://${account.name}@127.0.0.1:${server.port}`;
    const host = await openDockerHost(`${address}${socket}`, recordingJob(), around);
    expect((await host.info()).engineVersion).toBe(await engineId());
    expect(await greetingOf(host)).toBe('hello through ssh\n');
    await host.close();

    const missing = openDockerHost(`${address}${lab.directory}/none.sock`, recordingJob(), around);
    await expect(missing).rejects.toMatchObject({
      code: 'docker.refused',
      hint: expect.stringContaining('group docker'),
    });

    const unknown = openDockerHost(`${address}${socket}`, recordingJob(), {
      environment: {},
      home: lab.home({ config }),
    });
    await expect(unknown).rejects.toMatchObject({ code: 'docker.refused' });
  });

  it('logs in with the key that was given, and records a host that is new where it may', async () => {
    const [server, account, key] = [await lab.sshd(), lab.account(), lab.key()];
    lab.authorize(account, key);
    const socket = join(lab.directory, 'given.sock');
    proxy = await proxyEngine(socket);
    const around = { environment: {}, home: lab.home() };
    const reach = (identityFiles: string[], acceptNewHostKey: boolean) =>
      openDockerHost(`ssh://${account.name}@127.0.0.1:${server.port}${socket}`, recordingJob(), {
        ...around,
        login: { identityFiles, acceptNewHostKey },
      });
    await expect(reach([key], false)).rejects.toMatchObject({ code: 'docker.refused' });
    await expect(reach([lab.key()], true)).rejects.toMatchObject({ code: 'docker.refused' });
    const host = await reach([key], true);
    expect((await host.info()).engineVersion).toBe(await engineId());
    await host.close();
    await (await reach([key], false)).close();
  });
});

/** Builds, runs and asks a small server, all through the given host. */
async function greetingOf(host: OpenedDockerHost): Promise<string> {
  const run = `test-ssh-${randomUUID()}`;
  const script = `use IO::Socket::INET; my $l = IO::Socket::INET->new(Listen => 1, LocalPort => 4000, ReuseAddr => 1) or die;
while (my $c = $l->accept) { print $c "hello through ssh\\n"; close $c }`;
  const context = tarOf({
    'server.pl': script,
    Dockerfile: 'FROM debian:bookworm-slim\nADD server.pl /\nCMD ["perl","/server.pl"]\n',
  });
  try {
    const built = await host.build(
      { workload: 'app', tag: `slipway-test/${run}`, labels: { slipway: run }, context },
      recordingJob(),
    );
    const workload = emptyWorkload({
      health: { kind: 'tcp', port: 4000 },
      ports: [{ container: 4000, protocol: 'tcp', address: '0.0.0.0', publish: true, reason: '' }],
    });
    const plan = planOf([workload]);
    const images = new Map([[workload.name, built.kind === 'built' ? built.imageId : built.message]]);
    const nothing = { environmentOf: () => [], filesOf: () => undefined };
    const [pod = { name: '', workloads: [], sharedDirectories: [], reason: '' }] = plan.pods;
    const outcome = await runPod({ docker: host, run, plan, pod, images, ...nothing }, recordingJob());
    const stream = await outcome.containers.get(workload.name)?.dial(4000, 'tcp');
    return stream === undefined ? '' : await text(stream);
  } finally {
    await removeAllOf(host, run);
  }
}
