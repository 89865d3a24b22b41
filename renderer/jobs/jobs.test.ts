import { describe, expect, it, vi } from 'vitest';
import type { EngineClient } from '../../shared/contract/client.ts';
import { SlipwayError } from '../../shared/errors.ts';
import type { JobMessage } from './job-message.ts';
import { createJobs, type JobSpec } from './jobs.ts';

const answer = vi.fn(async () => ({ accepted: true }));
// The jobs touch nothing of the client but these.
const cancel = vi.fn(async () => ({ cancelled: false }));
const save = vi.fn(async () => ({ kept: 'keychain' }));
const client = { answer, cancel, secrets: { save } } as unknown as EngineClient;

function spec(messages: JobMessage<number>[], extra: Partial<JobSpec<number>> = {}): JobSpec<number> {
  return {
    key: 'scan',
    title: 'Scan',
    async run() {
      return (async function* () {
        yield* messages;
      })();
    },
    ...extra,
  };
}

function ended(jobs: ReturnType<typeof createJobs>) {
  return new Promise<string>((resolve) => {
    jobs.listen((_key, state) => {
      if (state.status !== 'running') resolve(state.status);
    });
  });
}

describe('jobs', () => {
  it('run to their result, which is told once', async () => {
    const jobs = createJobs(client, () => 7);
    const onDone = vi.fn();
    const end = ended(jobs);
    jobs.start(
      spec(
        [
          { type: 'started', job: 'j1' },
          { type: 'progress', step: 'scan', done: 1, total: 2, unit: 'probes' },
          { type: 'log', step: 'scan', text: 'hello' },
          { type: 'result', result: 42 },
        ],
        { onDone },
      ),
    );
    expect(await end).toBe('done');
    await vi.waitFor(() => expect(onDone).toHaveBeenCalledExactlyOnceWith(42));
    const state = jobs.store.getState().scan;
    expect(state).toMatchObject({ result: 42, job: 'j1', startedAt: 7, endedAt: 7, logged: 1 });
    expect(state?.steps[0]?.progress['']).toMatchObject({ done: 1, total: 2 });
  });

  it('fail with the error of the stream, of the call, and of a stream that just stops', async () => {
    for (const [run, code] of [
      [spec([{ type: 'error', error: { code: 'server.auth', message: 'no' } }]), 'server.auth'],
      [spec([], { run: async () => Promise.reject(new Error('boom')) }), 'internal'],
      [spec([]), 'internal'],
    ] as const) {
      const jobs = createJobs(client);
      const end = ended(jobs);
      jobs.start(run);
      expect(await end).toBe('failed');
      expect(jobs.store.getState().scan?.error?.code).toBe(code);
    }
  });

  it('stop when they are cancelled and can be tried again', async () => {
    const jobs = createJobs(client);
    let runs = 0;
    const waiting = spec([], {
      async run(_client, signal) {
        runs += 1;
        return (async function* () {
          yield { type: 'started', job: 'j' } as const;
          signal.throwIfAborted();
          await new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
        })();
      },
    });
    const end = ended(jobs);
    jobs.start(waiting);
    jobs.start(waiting);
    jobs.cancel('scan');
    expect(jobs.store.getState().scan?.cancelling).toBe(true);
    expect(await end).toBe('cancelled');
    jobs.retry('scan');
    expect(jobs.store.getState().scan?.status).toBe('running');
    expect(runs).toBe(2);
    jobs.cancel('scan');
  });

  it('pass answers on and take the question away', async () => {
    const jobs = createJobs(client);
    const asked = new Promise<void>((resolve) => {
      jobs.listen((_key, state) => {
        if (state.questions.length > 0) resolve();
      });
    });
    jobs.start(
      spec([], {
        async run() {
          return (async function* () {
            yield { type: 'started', job: 'j9' } as const;
            yield {
              type: 'question',
              id: '1',
              question: { kind: 'password', user: 'engineer', host: 'portal' },
            } as const;
            await new Promise(() => {});
          })();
        },
      }),
    );
    await asked;
    await jobs.answer('scan', '1', { value: 'x' });
    expect(answer).toHaveBeenCalledWith({ job: 'j9', question: '1', value: 'x' });
    expect(jobs.store.getState().scan?.questions).toEqual([]);
  });

  it('have their answer also where it cannot be kept', async () => {
    save.mockRejectedValueOnce(new SlipwayError('disk.full', 'No space left.'));
    answer.mockClear();
    const jobs = createJobs(client);
    jobs.start(spec([], { run: async () => nothingMore() }));
    const keepAs = { kind: 'password', of: 'engineer@portal' } as const;
    await expect(jobs.answer('scan', '1', { value: 'x', keepAs })).rejects.toMatchObject({ code: 'disk.full' });
    expect(save).toHaveBeenCalledWith({ name: keepAs, value: 'x' });
    expect(answer).toHaveBeenCalledWith({ job: '', question: '1', value: 'x' });
  });
});

/** The stream of a job that goes on for ever. */
async function* nothingMore(): AsyncGenerator<never> {
  await new Promise(() => {});
}
