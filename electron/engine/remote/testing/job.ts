import type { Question } from '../../../../shared/model/events.ts';
import type { JobContext } from '../../job-context.ts';

/** A job that answers questions from a table and remembers them. */
export interface TestJob extends JobContext {
  asked: Question[];
  said: string[];
}

export type Answers = Partial<Record<Question['kind'], string>>;

export function createJob(answers: Answers = {}, signal: JobContext['signal'] = new AbortController().signal): TestJob {
  const asked: Question[] = [];
  const said: string[] = [];
  return {
    asked,
    said,
    signal,
    emit: (event) => said.push(JSON.stringify(event)),
    ask: async (question) => {
      asked.push(question);
      return answers[question.kind];
    },
  };
}
