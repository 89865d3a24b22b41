import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import type { DockerContainer } from '../docker/docker-host.ts';
import { fakeContainer } from './testing/fake-container.ts';
import { fakeServer } from './testing/fake-server.ts';
import { instantTiming } from './testing/instant-timing.ts';
import { sampleFacts } from './testing/sample-facts.ts';
import { sampleJob } from './testing/sample-job.ts';
import { samplePlan } from './testing/sample-plan.ts';
import { samplePod, sampleWorkload } from './testing/sample-workload.ts';
import { verifyPod } from './verify-pod.ts';

const published = { container: 25, protocol: 'tcp' as const, address: '::', publish: true, reason: '' };
const web = sampleWorkload({ name: 'web' });
const mail = sampleWorkload({ name: 'mail', ports: [published], parity: [{ kind: 'greeting', port: 25, reason: '' }] });
const plan = samplePlan(web, mail);

/** Says hello and hangs up. */
function greeter(text: string): PassThrough {
  const stream = new PassThrough();
  stream.end(text);
  return stream;
}

function verify(containers: [string, DockerContainer][], changes: { facts?: undefined } = {}, job = sampleJob()) {
  const server = fakeServer(async () => greeter('220 mail ESMTP\r\n'));
  const request = { plan, pod: samplePod('web', 'mail'), server, facts: sampleFacts(), ...changes };
  return verifyPod({ ...request, containers: new Map(containers) }, job, instantTiming(0));
}

describe('verifyPod', () => {
  it("asks the pod's first container for the ports of all", async () => {
    const dialled: number[] = [];
    const owner = fakeContainer({
      dial: async (port) => {
        dialled.push(port);
        return greeter('220 mail ESMTP\r\n');
      },
    });
    const parity = await verify([
      ['web', owner],
      ['mail', fakeContainer()],
    ]);
    expect(dialled).toEqual([25]);
    expect(parity.map((one) => [one.workload, one.verdict])).toEqual([
      ['web', 'runs'],
      ['mail', 'equivalent'],
    ]);
  });

  it('has nothing to compare without facts, and says so', async () => {
    const parity = await verify([['web', fakeContainer()]], { facts: undefined });
    expect(parity).toEqual([
      { workload: 'web', verdict: 'runs', reasons: [expect.stringContaining('no server')], checks: [] },
    ]);
  });

  it('fails a container that has ended', async () => {
    const ended = async () => ({ running: false, exitCode: 1, oomKilled: false, error: '', pid: 0 });
    const [parity] = await verify([['web', fakeContainer({ state: ended })]]);
    expect(parity).toMatchObject({ verdict: 'failed', reasons: ['Its container does not run (exit code 1).'] });
  });

  it('finds a container that does not answer', async () => {
    const parity = await verify([
      ['web', fakeContainer()],
      ['mail', fakeContainer()],
    ]);
    expect(parity[1]).toMatchObject({ verdict: 'failed' });
    expect(parity[1]?.checks[0]?.detail).toContain('refused');
  });

  it('asks a port that is not published from inside', async () => {
    const loopback = { ...mail, ports: [{ ...published, address: '127.0.0.1', publish: false }] };
    const asked: string[][] = [];
    const container = fakeContainer({
      exec: async (argv) => {
        asked.push(argv);
        return argv[0] === 'bash'
          ? { exitCode: 0, output: Buffer.from('220 mail ESMTP\r\n').toString('base64') }
          : undefined;
      },
    });
    const request = { plan: samplePlan(loopback), pod: samplePod('mail'), facts: sampleFacts() };
    const server = fakeServer(async () => greeter('220 mail ESMTP\r\n'));
    const containers = new Map([['mail', container]]);
    const [parity] = await verifyPod({ ...request, server, containers }, sampleJob(), instantTiming(0));
    expect(parity).toMatchObject({ verdict: 'equivalent' });
    expect(asked[0]?.slice(3)).toEqual(['slipway', '25', '', '3', '127.0.0.1']);
  });

  it('stops when the job is cancelled', async () => {
    const job = sampleJob();
    job.cancel();
    await expect(verify([['web', fakeContainer()]], {}, job)).rejects.toThrow('cancelled by the test');
  });
});
