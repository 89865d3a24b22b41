import type { Question } from '../../../../shared/model/events.ts';
import type { JobContext } from '../../job-context.ts';

/** A job that answers questions from a table and remembers them. */
export interface TestJob extends JobContext {
  asked: Question[];
  said: string[];
}

/** One answer to all questions of a kind, or one each, in their order. */
export type Answers = Partial<Record<Question['kind'], string | readonly string[]>>;

export function createJob(answers: Answers = {}, signal: JobContext['signal'] = new AbortController().signal): TestJob {
  const asked: Question[] = [];
  const said: string[] = [];
  return {
    asked,
    said,
    signal,
    emit: (event) => said.push(JSON.stringify(event)),
    ask: async (question) => {
      const earlier = asked.filter(({ kind }) => kind === question.kind).length;
      asked.push(question);
      const answer = answers[question.kind];
      return typeof answer === 'string' ? answer : answer?.[earlier];
    },
  };
}
