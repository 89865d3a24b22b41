import { createStore } from 'zustand/vanilla';
import type { EngineClient } from '../../shared/contract/client.ts';
import type { SecretName } from '../../shared/model/secret-name.ts';
import { toErrorData } from '../engine/error-data.ts';
import { createBatch } from './batch.ts';
import type { JobMessage } from './job-message.ts';
import { applyMessages, failJob, type JobState, startedJob, withoutQuestion } from './job-state.ts';

export interface JobSpec<Result> {
  /** What it is, once at a time: `scan`, `run`. A screen that is left and returned to finds its job by it. */
  key: string;
  /** As the person reads it. */
  title: string;
  run(client: EngineClient, signal: AbortSignal): Promise<AsyncIterable<JobMessage<Result>>>;
  /** Called once with the result, also when the screen that started it is gone by then. */
  onDone?: (result: Result) => void;
}

export interface Answer {
  /** Undefined declines. */
  value: string | undefined;
  /** Under which name to keep it, where the person wants that. */
  keepAs?: SecretName | undefined;
}

export type JobListener = (key: string, state: JobState<unknown>) => void;

/** How often a running job may redraw what shows it. */
const redrawMilliseconds = 50;

interface Running {
  // A map of jobs cannot carry each one's own result; `useJob` gives it back to whoever knows the key.
  spec: JobSpec<unknown>;
  abort: AbortController;
}

/** All jobs of this window: started here, running on in the engine whatever the screen shows. */
export function createJobs(client: EngineClient, now: () => number = Date.now) {
  const store = createStore<Readonly<Record<string, JobState<unknown>>>>(() => ({}));
  const running = new Map<string, Running>();
  const listeners = new Set<JobListener>();

  function change(key: string, next: (state: JobState<unknown>) => JobState<unknown>) {
    const before = store.getState()[key];
    if (before === undefined) return;
    const after = next(before);
    store.setState({ [key]: after });
    const asked = after.questions.length > before.questions.length;
    if (asked || after.status !== before.status) for (const listener of listeners) listener(key, after);
  }

  async function follow(run: Running) {
    const { key } = run.spec;
    // A job that was started anew under the same key is not to hear what an older one still says.
    const current = () => running.get(key) === run;
    const batch = createBatch<JobMessage<unknown>>(redrawMilliseconds, (messages) => {
      if (current()) change(key, (state) => applyMessages(state, messages, now()));
    });
    let result: { value: unknown } | undefined;
    try {
      for await (const message of await run.spec.run(client, run.abort.signal)) {
        batch.add(message);
        if (message.type === 'result') result = { value: message.result };
        if (message.type === 'question') batch.flush();
      }
      batch.flush();
      if (current()) change(key, (state) => endWithout(state, now()));
    } catch (error) {
      batch.flush();
      const data = run.abort.signal.aborted ? cancelled : toErrorData(error);
      if (current()) change(key, (state) => (state.status === 'running' ? failJob(state, data, now()) : state));
    }
    if (result !== undefined && current()) run.spec.onDone?.(result.value);
  }

  function start<Result>(spec: JobSpec<Result>) {
    if (store.getState()[spec.key]?.status === 'running') return;
    const run: Running = { spec: spec as JobSpec<unknown>, abort: new AbortController() };
    running.set(spec.key, run);
    store.setState({ [spec.key]: startedJob<unknown>(spec.title, now()) });
    void follow(run);
  }

  return {
    store,
    /** Starts it, unless it runs already. */
    start,
    /** Shows how a job ended that was started before this page was there, unless one was started since. */
    restore<Result>(spec: JobSpec<Result>, state: JobState<Result>) {
      const present = store.getState()[spec.key];
      if (present !== undefined && !present.restored) return;
      running.set(spec.key, { spec: spec as JobSpec<unknown>, abort: new AbortController() });
      store.setState({ [spec.key]: state });
    },
    cancel(key: string) {
      const job = store.getState()[key];
      if (job?.status !== 'running') return;
      change(key, (state) => ({ ...state, cancelling: true, questions: [] }));
      const abort = () => running.get(key)?.abort.abort();
      // Told by its name it cleans up and says when it has; one that has not started yet is just not waited for.
      if (job.job === '') abort();
      else client.cancel({ job: job.job }).then(({ cancelled }) => cancelled || abort(), abort);
    },
    retry(key: string) {
      const run = running.get(key);
      if (run !== undefined) start(run.spec);
    },
    /** How many run now. */
    running: () => Object.values(store.getState()).filter(({ status }) => status === 'running').length,
    /** Forgets a job that has ended. */
    clear(key: string) {
      if (store.getState()[key]?.status === 'running') return;
      running.delete(key);
      store.setState(({ [key]: _gone, ...rest }) => rest, true);
    },
    /** Rejects where the answer did not arrive, or where it did and could not be kept. */
    async answer(key: string, question: string, { value, keepAs }: Answer) {
      const job = store.getState()[key]?.job;
      if (job === undefined) return;
      change(key, (state) => withoutQuestion(state, question));
      // The job waits for the answer, whatever becomes of keeping it.
      await Promise.all([
        client.answer({ job, question, ...(value === undefined ? {} : { value }) }),
        keepAs !== undefined && value !== undefined ? client.secrets.save({ name: keepAs, value }) : undefined,
      ]);
    },
    /** Hears of every start, question and end. */
    listen(listener: JobListener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
export type Jobs = ReturnType<typeof createJobs>;

const cancelled = { code: 'cancelled', message: 'Cancelled.' } as const;

function endWithout(state: JobState<unknown>, now: number): JobState<unknown> {
  if (state.status !== 'running') return state;
  return failJob(state, { code: 'internal', message: 'The job ended without a result.' }, now);
}
