import type { ErrorData } from '../../shared/errors.ts';
import type { JobEvent, Question } from '../../shared/model/events.ts';

/** One message of a job's stream; see {@link import('../../shared/contract/messages.ts').jobMessageSchema}. */
export type JobMessage<Result> =
  | { type: 'started'; job: string }
  | JobEvent
  | { type: 'question'; id: string; question: Question }
  | { type: 'result'; result: Result }
  | { type: 'error'; error: ErrorData };
