import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { instantTiming } from '../testing/instant-timing.ts';
import { sampleJob } from '../testing/sample-job.ts';
import { sampleWorkload } from '../testing/sample-workload.ts';
import { withDeadline } from './deadline.ts';
import { openSide } from './open-side.ts';
import { createPace } from './pace.ts';
import { insideAddress, serverAddress } from './server-address.ts';

describe('createPace', () => {
  it('lets ten requests a second through, one at a time', async () => {
    const timing = instantTiming(0);
    const pace = createPace(10, timing);
    const { signal } = sampleJob();
    const starts: number[] = [];
    let open = 0;
    let most = 0;
    const request = async () => {
      starts.push(timing.now());
      most = Math.max(most, ++open);
      await Promise.resolve();
      open--;
    };
    await Promise.all([1, 2, 3, 4].map(() => pace.next(request, signal)));
    expect(starts).toEqual([0, 100, 200, 300]);
    expect(most).toBe(1);
  });

  it('goes on after a failure, and stops at a cancel', async () => {
    const job = sampleJob();
    const pace = createPace(10, instantTiming(0));
    await expect(pace.next(() => Promise.reject(new Error('refused')), job.signal)).rejects.toThrow('refused');
    expect(await pace.next(async () => 'answer', job.signal)).toBe('answer');
    job.cancel();
    await expect(pace.next(async () => 'answer', job.signal)).rejects.toThrow('cancelled by the test');
  });
});

describe('withDeadline', () => {
  const never = () => new Promise<string>(() => undefined);

  it('gives up after the time', async () => {
    const options = { milliseconds: 1, signal: sampleJob().signal, what: 'godot' };
    await expect(withDeadline(never, options)).rejects.toMatchObject({ code: 'server.timeout' });
  });

  it('rejects with the reason of a cancel, at once or meanwhile', async () => {
    const job = sampleJob();
    const options = { milliseconds: 60_000, signal: job.signal, what: 'godot' };
    const waiting = withDeadline(never, options);
    job.cancel();
    await expect(waiting).rejects.toThrow('cancelled by the test');
    await expect(withDeadline(never, options)).rejects.toThrow('cancelled by the test');
  });

  it('disposes of what comes too late', async () => {
    const job = sampleJob();
    let arrive: (late: string) => void = () => undefined;
    const late = new Promise<string>((resolve) => {
      arrive = resolve;
    });
    const disposed: string[] = [];
    const options = {
      milliseconds: 60_000,
      signal: job.signal,
      what: 'godot',
      dispose: (one: string) => void disposed.push(one),
    };
    const waiting = withDeadline(() => late, options);
    job.cancel();
    await expect(waiting).rejects.toThrow();
    arrive('too late');
    await late;
    expect(disposed).toEqual(['too late']);
  });
});

describe('openSide', () => {
  const pace = createPace(Number.POSITIVE_INFINITY, instantTiming(0));

  it('closes the connection after the talk, also after one that fails', async () => {
    const streams: PassThrough[] = [];
    const side = openSide(
      'server',
      async () => streams[streams.push(new PassThrough()) - 1] ?? new PassThrough(),
      pace,
    );
    const { signal } = sampleJob();
    expect(await side.ask(80, async () => 'hello', signal)).toEqual({ kind: 'answered', answer: 'hello' });
    expect(await side.ask(80, () => Promise.reject(new Error('hung up')), signal)).toEqual({
      kind: 'refused',
      reason: 'hung up',
    });
    expect(streams.map((stream) => stream.destroyed)).toEqual([true, true]);
  });

  it('takes a refused connection for an answer, and a cancel for none', async () => {
    const job = sampleJob();
    const side = openSide('server', () => Promise.reject(new Error('connection refused')), pace);
    expect(await side.ask(80, async () => 'hello', job.signal)).toEqual({
      kind: 'refused',
      reason: 'connection refused',
    });
    const stuck = openSide('server', async () => new PassThrough(), pace);
    const waiting = stuck.ask(80, () => new Promise(() => undefined), job.signal);
    job.cancel();
    await expect(waiting).rejects.toThrow('cancelled by the test');
  });
});

describe('serverAddress', () => {
  const port = (address: string) => ({ container: 80, protocol: 'tcp' as const, address, publish: true, reason: '' });

  it.each([
    [['0.0.0.0'], '127.0.0.1'],
    [['::'], '127.0.0.1'],
    [['127.0.0.1'], '127.0.0.1'],
    [['127.0.0.53'], '127.0.0.53'],
    [['::1'], '::1'],
    [['10.1.2.3'], '10.1.2.3'],
    [['10.1.2.3', '127.0.0.1'], '127.0.0.1'],
    [['10.1.2.3', '::'], '127.0.0.1'],
    [[], '127.0.0.1'],
  ])('of a service on %j is %s', (addresses, expected) => {
    expect(serverAddress(sampleWorkload({ ports: addresses.map(port) }), 80)).toBe(expected);
  });
});

it('asks a service that listens on IPv6 loopback alone there, every other on IPv4', () => {
  const at = (address: string) => {
    const port = { container: 80, protocol: 'tcp' as const, address, publish: false, reason: '' };
    return insideAddress(sampleWorkload({ ports: [port] }), 80);
  };
  expect(['::1', '::', '127.0.0.1', '10.1.2.3'].map(at)).toEqual(['::1', '127.0.0.1', '127.0.0.1', '127.0.0.1']);
});
