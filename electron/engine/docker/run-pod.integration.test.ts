import { randomUUID } from 'node:crypto';
import { text } from 'node:stream/consumers';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Workload } from '../../../shared/model/plan.ts';
import { emptyWorkload } from '../../../shared/testing/empty-plan.ts';
import { openDockerHost } from './open.ts';
import type { OpenedDockerHost } from './opened-host.ts';
import { type RunPodRequest, runPod } from './run-pod.ts';
import { engineUnderTest, plainDocker, type RecordingJob, recordingJob, removeAllOf, tarOf } from './testing/engine.ts';
import { planOf } from './testing/plan.ts';

const run = `test-pod-${randomUUID()}`;
const docker = plainDocker();
let host: OpenedDockerHost;
let image: string;

/** Answers HTTP on a unix socket, at a file that only the shared directory can bring it. */
const backend = `
use IO::Socket::UNIX; unlink '/run/pod/app.sock';
my $listener = IO::Socket::UNIX->new(Local => '/run/pod/app.sock', Listen => 5) or die "no socket: $!";
open my $data, '>>', '/var/lib/app/started' or die; print $data "once\\n"; close $data;
while (my $client = $listener->accept) { print $client "$ENV{SECRET}"; close $client; }
`;

/** Answers HTTP with what the backend says; 503 while it says nothing. */
const frontend = `
use IO::Socket::INET; use IO::Socket::UNIX;
open my $file, '<', '/proc/sys/kernel/hostname' or die; chomp(my $name = <$file>);
my $listener = IO::Socket::INET->new(Listen => 5, LocalAddr => '0.0.0.0', LocalPort => 8080, ReuseAddr => 1) or die;
while (my $client = $listener->accept) {
  while (<$client>) { last if /^\\r?$/ }
  my $back = IO::Socket::UNIX->new(Peer => '/run/pod/app.sock');
  my $body = "$name " . ($back ? join('', <$back>) : '');
  print $client ($back ? 'HTTP/1.0 200 OK' : 'HTTP/1.0 503 Wait') . "\\r\\n\\r\\n$body"; close $client;
}
`;

beforeAll(async () => {
  host = await openDockerHost(engineUnderTest(), recordingJob());
  const dockerfile =
    'FROM debian:bookworm-slim\nRUN mkdir -p /run/pod /var/lib/app && chown 33:33 /var/lib/app\nADD *.pl /\n';
  const context = tarOf({
    'backend.pl': backend,
    'frontend.pl': frontend,
    Dockerfile: `${dockerfile}CMD ["sh","-c","eval exec \\"$PROGRAM\\""]\n`,
  });
  const outcome = await host.build(
    { workload: 'w', tag: `slipway-test/${run}:1`, labels: { slipway: run }, context },
    recordingJob(),
  );
  if (outcome.kind !== 'built') throw new Error(outcome.message);
  image = outcome.imageId;
});
afterEach(async () => {
  for (const id of await containersOf(run)) await docker.getContainer(id).remove({ force: true });
});
afterAll(async () => {
  await removeAllOf(host, run);
  await host.close();
});

function requestFor(workloads: Workload[], programs: Record<string, string>, label = run): RunPodRequest {
  const plan = planOf(workloads);
  const [pod] = plan.pods;
  if (pod === undefined) throw new Error('A plan has a pod.');
  return {
    docker: host,
    run: label,
    plan,
    pod,
    images: new Map(workloads.map(({ name }) => [name, image])),
    environmentOf: (workload) => [`PROGRAM=${programs[workload] ?? 'true'}`, 'SECRET=hunter2'],
    filesOf: (workload) => (workload === 'app' ? tarOf({ 'etc/app.conf': 'configured\n' }) : undefined),
  };
}

const app = emptyWorkload({
  name: 'app',
  health: { kind: 'unix', path: '/run/pod/app.sock' },
  data: [{ path: '/var/lib/app', reason: '' }],
});
const web = emptyWorkload({
  name: 'web',
  health: { kind: 'http', port: 8080, path: '/' },
  ports: [{ container: 8080, protocol: 'tcp', address: '0.0.0.0', publish: true, reason: '' }],
});

async function containersOf(label: string): Promise<string[]> {
  const containers = await docker.listContainers({ all: true, filters: { label: [`slipway=${label}`] } });
  return containers.map(({ Id }) => Id);
}

describe('runPod', () => {
  it('runs members that share network, socket directory and host name', async () => {
    const programs = { app: 'perl /backend.pl', web: 'perl /frontend.pl' };
    const outcome = await runPod(requestFor([app, web], programs), recordingJob());
    expect(outcome.kind === 'failed' ? [outcome.workload, outcome.reason, outcome.log] : 'running').toBe('running');
    const [first, second] = [outcome.containers.get('app'), outcome.containers.get('web')];
    const socket = await second?.dial(8080, 'tcp');
    socket?.write('GET / HTTP/1.0\r\n\r\n');
    if (socket !== undefined) expect(await text(socket)).toContain('200 OK\r\n\r\nportal hunter2');
    expect((await first?.publishedPorts())?.has('8080/tcp')).toBe(true);
    expect((await first?.exec(['cat', '/etc/app.conf']))?.output).toBe('configured\n');
    // A new volume takes owner and content of what the image has there.
    expect((await first?.exec(['stat', '-c', '%u', '/var/lib/app']))?.output).toBe('33\n');
    const { Volumes } = await docker.listVolumes({ filters: { label: [`slipway=${run}`] } });
    expect(Volumes).toHaveLength(2);
    await outcome.stop();
    expect(await containersOf(run)).toEqual([]);
  });

  it('gives a member that ends as a value, with its log and exit code', async () => {
    const programs = { app: 'perl -e "print STDERR qq(cannot open config\\n); exit 4"' };
    const outcome = await runPod(requestFor([app, web], { ...programs, web: 'perl /frontend.pl' }), recordingJob());
    expect(outcome).toMatchObject({ kind: 'failed', workload: 'app', reason: 'exited', exitCode: 4 });
    expect(outcome).toMatchObject({ log: expect.stringContaining('cannot open config') });
    expect([...outcome.containers.keys()]).toContain('app');
    await outcome.stop();
    expect(await containersOf(run)).toEqual([]);
  });

  it('gives a program that is not there as a value', async () => {
    const scratch = await host.build(
      {
        workload: 'w',
        tag: `slipway-test/${run}-broken:1`,
        labels: { slipway: run },
        context: tarOf({ Dockerfile: 'FROM debian:bookworm-slim\nCMD ["/usr/sbin/not-there"]\n' }),
      },
      recordingJob(),
    );
    if (scratch.kind !== 'built') throw new Error(scratch.message);
    const plain = emptyWorkload({ name: 'app', init: false, health: { kind: 'process' } });
    const request = { ...requestFor([plain], {}), images: new Map([['app', scratch.imageId]]) };
    const outcome = await runPod(request, recordingJob());
    expect(outcome).toMatchObject({
      kind: 'failed',
      reason: 'not-started',
      error: expect.stringContaining('/usr/sbin/not-there'),
    });
    await outcome.stop();
  });

  it('leaves no container when cancelled', async () => {
    const label = `${run}-cancelled`;
    const job: RecordingJob = recordingJob((event, cancel) => {
      if (event.type === 'log' && event.workload === 'web') cancel();
    });
    const programs = { app: 'perl /backend.pl', web: 'perl /frontend.pl' };
    await expect(runPod(requestFor([app, web], programs, label), job)).rejects.toMatchObject({ name: 'AbortError' });
    expect(await containersOf(label)).toEqual([]);
    await host.removeRun(label);
    const { Volumes } = await docker.listVolumes({ filters: { label: [`slipway=${label}`] } });
    expect(Volumes).toEqual([]);
  });
});
