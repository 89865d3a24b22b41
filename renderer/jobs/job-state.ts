import type { ErrorData } from '../../shared/errors.ts';
import type { JobEvent, Question } from '../../shared/model/events.ts';
import type { Repair } from '../../shared/model/plan.ts';
import type { Recorded } from '../../shared/model/run-record.ts';
import type { JobMessage } from './job-message.ts';

export type JobStatus = 'idle' | 'running' | 'done' | 'failed' | 'cancelled';
export type ProgressEvent = Extract<JobEvent, { type: 'progress' }>;
export type StepId = ProgressEvent['step'];

export interface LogLine {
  /** Rises by one with each line, also when older ones are dropped. */
  id: number;
  level: 'log' | 'warning';
  step: StepId;
  workload: string | undefined;
  text: string;
}

/** A step that the job has reached; the last one is what it does now. */
export interface StepProgress {
  step: StepId;
  /** The newest progress of each workload, under its name; of the step as a whole under `''`. */
  progress: Readonly<Record<string, ProgressEvent>>;
}

export interface JobQuestion {
  id: string;
  question: Question;
}

export interface JobState<Result> {
  status: JobStatus;
  title: string;
  /** The engine's name for it; empty until it has started. */
  job: string;
  /** In the order in which the job came to them. */
  steps: readonly StepProgress[];
  /** The last {@link logLimit} lines. */
  log: readonly LogLine[];
  logged: number;
  warnings: readonly LogLine[];
  repairs: readonly { workload: string; repair: Repair }[];
  /** What it waits for, the oldest first. */
  questions: readonly JobQuestion[];
  /** Set from the moment the person cancels until the job has cleaned up. */
  cancelling: boolean;
  result: Result | undefined;
  error: ErrorData | undefined;
  /** Milliseconds since the epoch; 0 where it never ran. */
  startedAt: number;
  endedAt: number | undefined;
  /** It ended before this page was there: this is what was kept of it. */
  restored: boolean;
}

export const logLimit = 5000;
const warningLimit = 500;

export function idleJob<Result>(title: string): JobState<Result> {
  return {
    status: 'idle',
    title,
    job: '',
    steps: [],
    log: [],
    logged: 0,
    warnings: [],
    repairs: [],
    questions: [],
    cancelling: false,
    result: undefined,
    error: undefined,
    startedAt: 0,
    endedAt: undefined,
    restored: false,
  };
}

export function startedJob<Result>(title: string, now: number): JobState<Result> {
  return { ...idleJob<Result>(title), status: 'running', startedAt: now };
}

/** The state after some more messages of the stream. */
export function applyMessages<Result>(
  state: JobState<Result>,
  messages: readonly JobMessage<Result>[],
  now: number,
): JobState<Result> {
  return messages.reduce((current, message) => applyMessage(current, message, now), state);
}

function applyMessage<Result>(state: JobState<Result>, message: JobMessage<Result>, now: number): JobState<Result> {
  switch (message.type) {
    case 'started':
      return { ...state, job: message.job };
    case 'progress':
      return { ...state, steps: withProgress(state.steps, message) };
    case 'log':
    case 'warning':
      return withLine(state, message);
    case 'repair':
      return { ...state, repairs: [...state.repairs, { workload: message.workload, repair: message.repair }] };
    case 'question':
      return { ...state, questions: [...state.questions, { id: message.id, question: message.question }] };
    case 'result':
      return endJob({ ...state, result: message.result }, 'done', now);
    case 'error':
      return failJob(state, message.error, now);
  }
}

/** What was kept of a job; undefined where nothing was, and of one that still goes on. */
export function restoredJob<Result>(title: string, record: readonly Recorded[]): JobState<Result> | undefined {
  const [first] = record;
  if (first === undefined || record.at(-1)?.kind !== 'ended') return undefined;
  return record.reduce<JobState<Result>>(
    (state, entry) => {
      if (entry.kind === 'told') return applyMessage(state, entry.event, entry.at);
      if (entry.kind === 'begun') return state;
      return entry.error === undefined ? endJob(state, 'done', entry.at) : failJob(state, entry.error, entry.at);
    },
    { ...startedJob<Result>(title, first.at), restored: true },
  );
}

export function failJob<Result>(state: JobState<Result>, error: ErrorData, now: number): JobState<Result> {
  return endJob({ ...state, error }, error.code === 'cancelled' ? 'cancelled' : 'failed', now);
}

export function withoutQuestion<Result>(state: JobState<Result>, id: string): JobState<Result> {
  return { ...state, questions: state.questions.filter((question) => question.id !== id) };
}

function endJob<Result>(state: JobState<Result>, status: JobStatus, now: number): JobState<Result> {
  return { ...state, status, questions: [], cancelling: false, endedAt: now };
}

function withProgress(steps: readonly StepProgress[], event: ProgressEvent): StepProgress[] {
  const reached = reach(steps, event.step);
  return reached.map((entry) =>
    entry.step === event.step
      ? { step: entry.step, progress: { ...entry.progress, [event.workload ?? '']: event } }
      : entry,
  );
}

function reach(steps: readonly StepProgress[], step: StepId): readonly StepProgress[] {
  return steps.some((entry) => entry.step === step) ? steps : [...steps, { step, progress: {} }];
}

function withLine<Result>(
  state: JobState<Result>,
  event: Extract<JobEvent, { type: 'log' | 'warning' }>,
): JobState<Result> {
  const line: LogLine = {
    id: state.logged,
    level: event.type,
    step: event.step,
    workload: event.workload,
    text: event.text,
  };
  return {
    ...state,
    steps: reach(state.steps, event.step),
    logged: state.logged + 1,
    log: appendBounded(state.log, line, logLimit),
    warnings: event.type === 'warning' ? appendBounded(state.warnings, line, warningLimit) : state.warnings,
  };
}

/** Drops a tenth at a time, so that a full log is not copied and cut at every line. */
function appendBounded<Item>(items: readonly Item[], item: Item, limit: number): Item[] {
  const kept = items.length >= limit ? items.slice(items.length - Math.floor(limit * 0.9)) : items;
  return [...kept, item];
}
