import { once } from 'node:events';
import { afterEach, describe, expect, it } from 'vitest';
import { SlipwayError } from '../../shared/errors.ts';
import { createEngine, type Engine } from '../engine/engine.ts';
import type { JobContext } from '../engine/job-context.ts';
import { createHeadlessShell } from '../local/headless-shell.ts';
import { type OpenTransport, openTransport, transports } from './testing/open-transport.ts';

const input = { directory: '/srv/bundle', url: '/srv/git', branch: 'main' };
const result = { commit: 'c0ffee', branch: 'main' };
const eightMegabytes = 8 * 1024 * 1024;

let transport: OpenTransport;
afterEach(() => transport.close());

// What holds for one transport holds for all: each case runs over each of them, and none has a case of its own.
describe.each(transports)('the contract over %s', (kind) => {
  async function open(changes: Partial<Engine>) {
    transport = await openTransport(kind, { ...createEngine(), ...changes }, createHeadlessShell('memory', '/nowhere'));
    return transport.client;
  }

  it('answers a call', async () => {
    const client = await open({});
    expect(await client.shell.info()).toMatchObject({ surface: 'memory', nativeDialogs: false });
  });

  it('streams what a job tells, in its order, and closes with the result', async () => {
    const client = await open({
      async export(_, job) {
        for (let done = 1; done <= 500; done += 1) job.emit({ type: 'progress', step: 'export', done, unit: 'files' });
        return result;
      },
    });
    const messages = [];
    for await (const message of await client.export(input)) messages.push(message);
    expect(messages.map((message) => (message.type === 'progress' ? message.done : message.type))).toEqual([
      'started',
      ...Array.from({ length: 500 }, (_, index) => index + 1),
      'result',
    ]);
    expect(messages.at(-1)).toEqual({ type: 'result', result });
  });

  it('gives the error of a job as data', async () => {
    const client = await open({
      export: () => Promise.reject(new SlipwayError('git.failed', 'No such repository.', { hint: 'Make it first.' })),
    });
    const messages = [];
    for await (const message of await client.export(input)) messages.push(message);
    const error = { code: 'git.failed', message: 'No such repository.', hint: 'Make it first.' };
    expect(messages.at(-1)).toEqual({ type: 'error', error });
  });

  it('gives the error of a call as data', async () => {
    const client = await open({});
    const failed = await client.shell.listDirectory({ path: '/no/such/folder' }).catch((error: unknown) => error);
    expect(failed).toMatchObject({ data: { code: 'disk.denied', message: '/no/such/folder cannot be read.' } });
  });

  it('refuses input that the contract does not know', async () => {
    const client = await open({});
    const failed = await client.export({ ...input, branch: '' }).catch((error: unknown) => error);
    expect(failed).toMatchObject({ code: 'BAD_REQUEST' });
  });

  it('carries a question to the person and the answer to the job', async () => {
    const client = await open({
      async export(_, job) {
        const answer = await job.ask({ kind: 'prompt', host: 'portal', text: 'Code:', echo: false });
        return { ...result, commit: answer ?? 'nobody answered' };
      },
    });
    let job = '';
    let last: unknown;
    for await (const message of await client.export(input)) {
      if (message.type === 'started') job = message.job;
      if (message.type === 'question') {
        expect(await client.answer({ job, question: message.id, value: '4711' })).toEqual({ accepted: true });
      }
      last = message;
    }
    expect(last).toEqual({ type: 'result', result: { ...result, commit: '4711' } });
    expect(await client.answer({ job, question: '1', value: '4711' })).toEqual({ accepted: false });
  });

  it('carries 8 MB there and back', async () => {
    const text = 'ö'.repeat(eightMegabytes / 2);
    const files = createEngine().files;
    const client = await open({
      files: { ...files, write: async (given) => ({ ...content, path: given.path, text: given.text }) },
    });
    const written = await client.files.write({ directory: '/srv/bundle', path: 'a.txt', text, version: '1' });
    expect(written.text === text).toBe(true);
  });

  it('cancels a job by its name, and tells when it has cleaned up', async () => {
    const job = endlessJob();
    const client = await open({ export: job.run });
    const messages = [];
    for await (const message of await client.export(input)) {
      messages.push(message);
      if (message.type === 'started') expect(await client.cancel({ job: message.job })).toEqual({ cancelled: true });
    }
    expect(await job.cancelled).toBe(true);
    expect(messages.at(-1)).toMatchObject({ type: 'error', error: { code: 'cancelled' } });
    expect(await client.cancel({ job: 'another' })).toEqual({ cancelled: false });
  });

  it('cancels the job when the call is aborted', async () => {
    const job = endlessJob();
    const client = await open({ export: job.run });
    const abort = new AbortController();
    const stream = await client.export(input, { signal: abort.signal });
    await stream.next();
    abort.abort();
    expect(await job.cancelled).toBe(true);
  });

  it('cancels the job when the reader stops', async () => {
    const job = endlessJob();
    const client = await open({ export: job.run });
    for await (const _ of await client.export(input)) break;
    expect(await job.cancelled).toBe(true);
  });

  it('cancels the job when the front end vanishes', async () => {
    const job = endlessJob();
    const client = await open({ export: job.run });
    const stream = await client.export(input);
    await stream.next();
    await transport.vanish(stream);
    expect(await job.cancelled).toBe(true);
  });
});

const content = { version: '2', generated: '' };

/** A job that ends only when it is cancelled, and tells so. */
function endlessJob() {
  let tell: (cancelled: boolean) => void = () => undefined;
  const cancelled = new Promise<boolean>((resolve) => {
    tell = resolve;
  });
  const run = async (_: unknown, job: JobContext) => {
    if (!job.signal.aborted) await once(job.signal, 'abort');
    tell(job.signal.aborted);
    throw job.signal.reason;
  };
  return { run, cancelled };
}
