import type { JobEvent, Question } from '../../shared/model/events.ts';

/** What every long operation of the engine is given: how to stop, how to tell, how to ask. */
export interface JobContext {
  /** Aborted when the person cancels; whoever waits rejects with the signal's reason and cleans up after itself. */
  signal: AbortSignal;
  emit(event: JobEvent): void;
  /**
   * Asks the person. Undefined means that nobody answers (`--yes`, a pipe): the caller then fails with its own clear
   * error. A host key is answered with `yes` or `no`.
   */
  ask(question: Question): Promise<string | undefined>;
}
