import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { dockerInputSchema } from '../../../shared/contract/inputs.ts';
import type { DockerContainer } from '../docker/docker-host.ts';
import { openDockerHost } from '../docker/open.ts';
import type { OpenedDockerHost } from '../docker/opened-host.ts';
import {
  engineUnderTest,
  plainDocker,
  proxyEngine,
  recordingJob,
  removeAllOf,
  tarOf,
} from '../docker/testing/engine.ts';
import { writeSettings } from '../projects/store/settings.ts';
import { failureOf } from '../remote/testing/failure.ts';
import { createJob, createLab } from '../remote/testing/lab.ts';
import { createContainers } from './containers.ts';

const run = `test-watch-${randomUUID()}`;
const directory = mkdtempSync(join(tmpdir(), 'slipway-watch-'));
const containers = createContainers();
let host: OpenedDockerHost;
let image: string;
let empty: string;

/** Says "tick €", burns a little time, and holds a port. */
const program = `
$| = 1; $SIG{TERM} = sub { exit 7 };
use IO::Socket::INET;
my $listener = IO::Socket::INET->new(Listen => 5, LocalAddr => '0.0.0.0', LocalPort => 4000, ReuseAddr => 1) or die $!;
print "ready\\n";
while (1) { my $till = time + 1; while (time < $till) {} print "tick \\xe2\\x82\\xac\\n"; select undef, undef, undef, 0.2 }
`;

beforeAll(async () => {
  host = await openDockerHost(engineUnderTest(), recordingJob());
  image = await build('FROM debian:bookworm-slim\nADD program.pl /\nCMD ["perl","/program.pl"]\n');
  empty = await build('FROM scratch\nADD program.pl /\nCMD ["/program.pl"]\n');
  mkdirSync(join(directory, '.slipway'));
  const docker = dockerInputSchema.parse({ host: engineUnderTest() });
  await writeSettings(directory, { slipway: 1, name: 'watch', step: 'run', kept: { run, docker } });
});
afterEach(() => host.removeRun(run));
afterAll(async () => {
  await removeAllOf(host, run);
  await host.close();
  rmSync(directory, { recursive: true });
});

async function build(dockerfile: string): Promise<string> {
  const tag = `slipway-test/${run}:${randomUUID().slice(0, 8)}`;
  const labels = { slipway: run, 'slipway.workload': 'ticker' };
  const context = tarOf({ 'program.pl': program, Dockerfile: dockerfile });
  const outcome = await host.build({ workload: 'ticker', tag, labels, context }, recordingJob());
  if (outcome.kind !== 'built') throw new Error(outcome.message);
  return tag;
}

async function started(more: { networkOf?: string; label?: string } = {}): Promise<DockerContainer> {
  const { networkOf, label = run } = more;
  const container = await host.createContainer({
    name: `slipway-${run.slice(0, 20)}-${randomUUID().slice(0, 8)}`,
    image,
    environment: [],
    labels: { slipway: label, 'slipway.workload': 'ticker' },
    ports: networkOf === undefined ? [{ container: 4000, protocol: 'tcp' }] : [],
    volumes: [],
    memoryBytes: 128 * 1024 * 1024,
    ...{ cpus: 0.5, pids: 50, init: true, capabilities: [], devices: [], sysctls: {}, stopSignal: 'SIGTERM' },
    ...(networkOf === undefined ? {} : { networkOf }),
  });
  await container.start();
  return container;
}

const one = ({ id }: DockerContainer) => ({ directory, container: id });

const says = (container: DockerContainer, text: string) =>
  vi.waitUntil(async () => (await container.logs(50)).includes(text), { timeout: 60_000 });

describe('list', () => {
  it('tells what a run left, by workload, with its ports', async () => {
    const container = await started();
    const other = await started({ label: `${run}-other` });
    const [found, ...more] = await containers.list({ directory });
    expect(more).toEqual([]);
    expect(found).toMatchObject({
      id: container.id,
      name: container.name,
      workload: 'ticker',
      image,
      state: 'running',
      status: expect.stringMatching(/^Up /),
      ports: [{ container: 4000, protocol: 'tcp', host: (await container.publishedPorts()).get('4000/tcp') }],
    });
    expect(Date.parse(found?.startedAt ?? '')).toBeGreaterThan(Date.UTC(2020, 1));
    expect(await failureOf(containers.stop(one(other)))).toMatchObject({ code: 'usage' });
    expect(await other.state()).toMatchObject({ running: true });
    await other.remove();
  });

  it('is empty where nothing was left', async () => {
    expect(await containers.list({ directory: tmpdir() })).toEqual([]);
  });
});

describe('stats', () => {
  it('are read while it runs and end with it', async () => {
    const container = await started();
    await says(container, 'ready');
    let read = 0;
    for await (const stats of containers.stats(one(container), undefined)) {
      if (read === 0) {
        expect(stats.memoryLimitBytes).toBe(128 * 1024 * 1024);
        expect(stats.memoryBytes).toBeGreaterThan(100_000);
        expect(stats.memoryBytes).toBeLessThan(stats.memoryLimitBytes);
        expect(stats.cpuPercent).toBeGreaterThan(1);
        expect(stats.cpuPercent).toBeLessThan(90);
        expect(stats.pids).toBeGreaterThan(1);
        await containers.stop(one(container));
      }
      read += 1;
    }
    expect(read).toBeGreaterThan(0);
  });

  it('end when they are left', async () => {
    const container = await started();
    const controller = new AbortController();
    for await (const _ of containers.stats(one(container), controller.signal)) controller.abort();
  });
});

describe('logs', () => {
  it('follow from the last lines on, and end with the container', async () => {
    const container = await started();
    let text = '';
    for await (const part of containers.logs({ ...one(container), tail: 500 }, undefined)) {
      text += part;
      // Several lines may come at once.
      if (/(?:tick €\n){2}/.test(text)) await containers.stop(one(container));
    }
    expect(text).toMatch(/^ready\ntick €\ntick €\n/);
  });

  it('begin with as many lines as are asked for, and end when they are left', async () => {
    const container = await started();
    await says(container, 'tick');
    // Else the next line might come with the first part.
    await plainDocker().getContainer(container.id).pause();
    const controller = new AbortController();
    let text = '';
    for await (const part of containers.logs({ ...one(container), tail: 1 }, controller.signal)) {
      text += part;
      controller.abort();
    }
    expect(text).toBe('tick €\n');
    await plainDocker().getContainer(container.id).unpause();
  });
});

describe('stop and start', () => {
  it('let a container stop in its own way, and start again with what it shares a network with', async () => {
    const owner = await started();
    // From then on it hears the signal.
    await says(owner, 'ready');
    const member = await started({ networkOf: owner.id }).catch((error: Error) => error);
    // Both want the same port of one network: the second ends by itself, and is here for its network alone.
    if (member instanceof Error) throw member;
    await containers.stop(one(owner));
    await containers.stop(one(owner));
    expect(await owner.state()).toMatchObject({ running: false, exitCode: 7 });
    await containers.stop(one(member));
    await containers.start(one(member));
    expect(await owner.state()).toMatchObject({ running: true });
  });
});

describe('a project that another process has', () => {
  const size = { columns: 80, rows: 24 };
  const hold = join(directory, '.slipway', 'open-in.json');
  // The parent of this process is another one, and alive.
  const holder = { host: hostname(), pid: process.ppid, since: '2026-11-02T07:12:00.000Z' };
  afterEach(() => rmSync(hold, { force: true }));

  it('has its containers watched, and neither stopped, started nor entered', async () => {
    const container = await started();
    writeFileSync(hold, JSON.stringify(holder));
    const held = { code: 'project.held' };
    expect(await failureOf(containers.stop(one(container)))).toMatchObject(held);
    expect(await failureOf(containers.start(one(container)))).toMatchObject(held);
    const shell = containers.shell({ ...one(container), ...size }, undefined);
    expect(await failureOf(shell.next())).toMatchObject(held);
    expect(await container.state()).toMatchObject({ running: true });
    expect(await containers.list({ directory })).toHaveLength(1);
    for await (const text of containers.logs({ ...one(container), tail: 1 }, undefined)) {
      expect(text).not.toBe('');
      break;
    }
  });

  it('takes no key in a shell that was opened before', async () => {
    const container = await started();
    for await (const message of containers.shell({ ...one(container), ...size }, undefined)) {
      if (message.type !== 'opened') continue;
      writeFileSync(hold, JSON.stringify(holder));
      const typed = containers.type({ session: message.session, text: 'exit 5\r' });
      expect(await failureOf(typed)).toMatchObject({ code: 'project.held' });
      break;
    }
  });
});

describe('layers', () => {
  it('put those of the base together', async () => {
    const layers = await containers.layers({ directory, image });
    expect(layers.at(-1)).toMatchObject({ createdBy: expect.stringMatching(/^ADD /), base: false });
    const folded = await host.layers(image, 'debian:bookworm-slim');
    const { Size } = await plainDocker().getImage('debian:bookworm-slim').inspect();
    expect(folded).toEqual([
      { createdBy: 'debian:bookworm-slim', sizeBytes: Size, base: true },
      { createdBy: expect.stringMatching(/^ADD /), sizeBytes: program.length, base: false },
    ]);
  });

  it('are those of our own images alone', async () => {
    const error = await failureOf(containers.layers({ directory, image: 'debian:bookworm-slim' }));
    expect(error).toMatchObject({ code: 'usage' });
  });
});

describe('shell', () => {
  const size = { columns: 80, rows: 24 };

  it('is typed into, resized, and ends with its exit code', async () => {
    const container = await started();
    let [session, text, exitCode]: [string, string, number | undefined] = ['', '', undefined];
    const steps = [
      ['', 'tty; echo $((40 + 2)) €\r'],
      ['42 €', 'resized'],
      ['resized', ''],
    ];
    for await (const message of containers.shell({ ...one(container), ...size }, undefined)) {
      if (message.type === 'opened') session = message.session;
      if (message.type === 'output') text += message.text;
      if (message.type === 'ended') exitCode = message.exitCode;
      const [seen = '', next = ''] = steps[0] ?? [];
      if (steps.length === 0 || message.type !== 'output' || !text.includes(seen)) continue;
      steps.shift();
      if (next === 'resized') {
        await containers.resize({ session, columns: 101, rows: 33 });
        await containers.type({ session, text: 'stty size; echo resiz""ed\r' });
      } else await containers.type({ session, text: next === '' ? 'exit 5\r' : next });
    }
    expect(text).toContain('/dev/pts/');
    expect(text).toContain('33 101');
    expect(exitCode).toBe(5);
    await containers.type({ session, text: 'nobody hears this' });
  });

  it('is ended, with what runs in it, when the terminal is closed', async () => {
    const container = await started();
    const controller = new AbortController();
    let text = '';
    for await (const message of containers.shell({ ...one(container), ...size }, controller.signal)) {
      if (message.type === 'opened') await containers.type({ session: message.session, text: 'sleep 98765\r' });
      if (message.type === 'output') text += message.text;
      if (!text.includes('98765') || controller.signal.aborted) continue;
      await vi.waitUntil(async () => (await inShell(container)).includes('sleep 98765'), { timeout: 20_000 });
      controller.abort();
    }
    await vi.waitUntil(async () => (await inShell(container)).length === 0, { timeout: 20_000 });
  });

  it.each([0, 30, 100])('leaves no process where the terminal is closed %i ms after it was asked for', async (wait) => {
    const container = await started();
    const controller = new AbortController();
    const shell = containers.shell({ ...one(container), ...size }, controller.signal);
    const first = shell.next().catch(() => undefined);
    await sleep(wait);
    controller.abort();
    await first;
    await shell.return();
    await vi.waitUntil(async () => (await inShell(container)).length === 0, { timeout: 20_000 });
  });

  it('ends with the container', async () => {
    const container = await started();
    const types: string[] = [];
    for await (const message of containers.shell({ ...one(container), ...size }, undefined)) {
      types.push(message.type);
      if (message.type === 'output' && types.length < 4) await containers.stop(one(container));
    }
    expect(types.at(-1)).toBe('ended');
  });

  it('is refused where the image has none, and where the container does not run', async () => {
    const bare = await plainDocker().createContainer({
      Image: empty,
      Cmd: ['/program.pl'],
      Labels: { slipway: run },
    });
    const container = await started();
    const shell = (id: string) => failureOf(containers.shell({ directory, container: id, ...size }, undefined).next());
    expect(await shell(bare.id)).toMatchObject({
      code: 'docker.refused',
      message: expect.stringMatching(/not running/),
    });
    await plainDocker()
      .getContainer(container.id)
      .putArchive(tarOf({ hidden: '' }), { path: '/' });
    await container.exec(['perl', '-e', 'rename "/bin/sh", "/bin/hidden" or rename "/usr/bin/sh", "/usr/bin/hidden"']);
    expect(await shell(container.id)).toMatchObject({
      code: 'docker.refused',
      message: expect.stringMatching(/has no \/bin\/sh/),
    });
  });
});

describe('a Docker host that is reached over SSH', () => {
  it('streams and takes keys through the one connection', async () => {
    const lab = createLab();
    const socket = join(lab.directory, 'engine.sock');
    const proxy = await proxyEngine(socket);
    try {
      const [server, account, key] = [await lab.sshd(), lab.account(), lab.key()];
      lab.authorize(account, key);
      vi.stubEnv('HOME', lab.home({ knownHosts: server.knownHost() }));
      vi.stubEnv('SSH_AUTH_SOCK', '');
      const address = `ssh://${account.name}@127.0.0.1:${server.port}${socket}`;
      const remote = dockerInputSchema.parse({ host: address, identityFiles: [key] });
      mkdirSync(join(lab.directory, '.slipway'));
      await writeSettings(lab.directory, { slipway: 1, name: 'far', step: 'run', kept: { run, docker: remote } });
      const container = await started();
      const far = { directory: lab.directory, container: container.id };
      for await (const { pids } of containers.stats(far, undefined)) {
        expect(pids).toBeGreaterThan(0);
        break;
      }
      let text = '';
      for await (const message of containers.shell({ ...far, columns: 80, rows: 24 }, undefined)) {
        if (message.type === 'opened')
          await containers.type({ session: message.session, text: 'echo $((40 + 2))\rexit\r' });
        if (message.type === 'output') text += message.text;
      }
      expect(text).toMatch(/^42\r?$/m);
      expect(server.log().match(/Accepted publickey/g)).toHaveLength(1);
    } finally {
      vi.unstubAllEnvs();
      await proxy.close();
      await lab.close();
    }
  });

  it('is signed in to with a password once the person was asked, and by nobody before', async () => {
    const lab = createLab();
    const socket = join(lab.directory, 'engine.sock');
    const proxy = await proxyEngine(socket);
    const watched = createContainers();
    try {
      const [server, account] = [await lab.sshd(), lab.account()];
      vi.stubEnv('HOME', lab.home());
      vi.stubEnv('SSH_AUTH_SOCK', '');
      const address = `ssh://${account.name}@127.0.0.1:${server.port}${socket}`;
      const docker = dockerInputSchema.parse({ host: address, signIn: 'password' });
      mkdirSync(join(lab.directory, '.slipway'));
      await writeSettings(lab.directory, { slipway: 1, name: 'far', step: 'run', kept: { run, docker } });
      const far = { directory: lab.directory };
      const container = await started();

      await expect(watched.list(far)).rejects.toMatchObject({ code: 'docker.refused' });
      const refused = createJob({ 'host-key': 'yes', password: 'not this' });
      await expect(watched.connect(far, refused)).rejects.toMatchObject({ code: 'docker.refused' });
      const answers = createJob({ password: account.password });
      await watched.connect(far, answers);
      // A refused answer is asked for once more; who gives it again is not.
      expect(refused.asked.map(({ kind }) => kind)).toEqual(['host-key', 'password', 'password']);
      expect(answers.asked.map(({ kind }) => kind)).toEqual(['password']);
      expect((await watched.list(far)).map(({ id }) => id)).toEqual([container.id]);
      expect(server.log().match(/Accepted (?:password|keyboard-interactive)/g)).toHaveLength(1);
    } finally {
      vi.unstubAllEnvs();
      await proxy.close();
      await lab.close();
    }
  });
});

/** The shells in a container, and what was typed into one. */
async function inShell(container: DockerContainer): Promise<string[]> {
  const commands = (await container.processes()).map(({ command }) => command);
  return commands.filter((command) => /^(?:(?:ba|\/bin\/)?sh\b|sleep 98765$)/.test(command));
}
