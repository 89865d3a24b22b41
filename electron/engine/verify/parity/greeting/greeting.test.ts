import { Duplex, PassThrough } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ParityProbe } from '../../../../../shared/model/plan.ts';
import type { ParityCheck } from '../../../../../shared/model/result.ts';
import { openSide } from '../../connect/open-side.ts';
import { createPace } from '../../connect/pace.ts';
import { fakeContainer } from '../../testing/fake-container.ts';
import { instantTiming } from '../../testing/instant-timing.ts';
import { sampleFacts } from '../../testing/sample-facts.ts';
import { sampleJob } from '../../testing/sample-job.ts';
import { sampleWorkload } from '../../testing/sample-workload.ts';
import type { ParitySubject } from '../parity-protocol.ts';
import { greetingProtocol } from './index.ts';
import { readGreeting } from './read-greeting.ts';

const question = 'version\r\n';
const asking = { kind: 'greeting', port: 11211, say: Buffer.from(question).toString('hex'), reason: '' } as const;

/** A service that says nothing before it is asked the right question; `heard` keeps what it was asked. */
function service(answer: string, heard: string[] = []) {
  return async () => {
    let said = '';
    const stream: Duplex = new Duplex({
      read: () => undefined,
      write(chunk: Buffer, _encoding, done) {
        said += chunk.toString();
        if (said === question) {
          heard.push(said);
          stream.push(answer);
          stream.push(null);
        }
        done();
      },
    });
    return stream;
  };
}

type Connect = () => Promise<Duplex>;

async function compared(probe: ParityProbe, server: Connect, container: Connect): Promise<ParityCheck[]> {
  const pace = createPace(Number.POSITIVE_INFINITY, instantTiming(0));
  const subject: ParitySubject = {
    workload: sampleWorkload({ parity: [probe] }),
    container: fakeContainer(),
    sides: {
      server: openSide('server', server, pace),
      container: openSide('container', container, pace),
      inside: undefined,
    },
    facts: sampleFacts(),
    serverName: 'legacy',
    timing: instantTiming(0),
  };
  const checks: ParityCheck[] = [];
  for await (const check of greetingProtocol.compare(subject, sampleJob())) checks.push(check);
  return checks;
}

describe('a service that is asked', () => {
  it('hears the very bytes of the question on both sides, and answers the same', async () => {
    const heard: string[] = [];
    const [check] = await compared(asking, service('VERSION 1.6.18\r\n', heard), service('VERSION 1.6.18\r\n', heard));
    expect(check).toMatchObject({ id: 'greeting:11211', title: 'Answer on port 11211', outcome: 'same' });
    expect(check?.server).toContain('VERSION 1.6.18');
    // Three times on the server, to see what varies there by itself, and once in the container.
    expect(heard).toEqual([question, question, question, question]);
  });

  it('is different where it answers differently', async () => {
    const [check] = await compared(asking, service('VERSION 1.6.18\r\n'), service('ERROR\r\n'));
    expect(check).toMatchObject({ outcome: 'different', protocol: 'greeting' });
  });

  it('proves only that it is there, where the answer hangs on its data', async () => {
    const probe = { ...asking, handshake: true as const };
    const [check] = await compared(probe, service('R'), service('R'));
    expect(check?.protocol).toBe('handshake');
  });

  it('is not compared where the server refuses', async () => {
    const [check] = await compared(asking, () => Promise.reject(new Error('connection refused')), service('x'));
    expect(check).toMatchObject({ outcome: 'not-compared', detail: expect.stringContaining('refused') });
  });
});

describe('a program that perhaps speaks HTTP', () => {
  const perhaps = { kind: 'greeting', port: 8600, perhapsHttp: true, reason: '' } as const;

  /** Waits for a request, and answers it with this. */
  function asked(answer: string) {
    return async () => {
      const stream: Duplex = new Duplex({
        read: () => undefined,
        write(_chunk, _encoding, done) {
          stream.push(answer);
          stream.push(null);
          done();
        },
      });
      return stream;
    };
  }
  const page = (text: string) => asked(`HTTP/1.0 200 OK\r\nContent-Type: text/plain\r\n\r\n${text}`);

  it('is asked for its front page where it says nothing by itself', async () => {
    expect(await compared(perhaps, page('2 cargoes'), page('2 cargoes'))).toMatchObject([
      { protocol: 'http', outcome: 'same', server: expect.stringContaining('2 cargoes') },
    ]);
    expect(await compared(perhaps, page('2 cargoes'), page('Sorry'))).toMatchObject([{ outcome: 'different' }]);
  });

  it('is only there where it speaks something else', async () => {
    const checks = await compared(perhaps, asked('\0\0binary'), asked('\0\0binary'));
    expect(checks).toMatchObject([{ protocol: 'greeting', outcome: 'not-compared' }]);
  });

  it('is taken at its word where it greets', async () => {
    const checks = await compared({ ...asking, perhapsHttp: true }, service('hi\r\n'), service('hi\r\n'));
    expect(checks).toMatchObject([{ protocol: 'greeting', outcome: 'same' }]);
  });
});

describe('readGreeting', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('takes two seconds of silence for an answer', async () => {
    const greeting = readGreeting(new PassThrough());
    await vi.advanceTimersByTimeAsync(2_000);
    expect(await greeting).toEqual({ bytes: Buffer.alloc(0), closed: false });
  });

  it('waits as long as it is told to', async () => {
    const stream = new PassThrough();
    const greeting = readGreeting(stream, undefined, 20_000);
    await vi.advanceTimersByTimeAsync(19_000);
    stream.write('late');
    await vi.advanceTimersByTimeAsync(250);
    expect((await greeting).bytes.toString()).toBe('late');
  });
});
