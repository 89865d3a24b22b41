import type { JobContext } from '../../engine/job-context.ts';
import { type JobMessage, streamJob } from '../../engine/jobs/job-stream.ts';
import type { PendingQuestions } from '../../engine/jobs/pending-questions.ts';
import { withRememberedAnswers } from '../remembered-answers.ts';
import type { RunningJobs } from '../running-jobs.ts';
import type { ShellPort } from '../shell-port.ts';

interface Surroundings {
  questions: PendingQuestions;
  running: RunningJobs;
  secrets: ShellPort['secrets'];
}

interface Call<Input> {
  input: Input;
  signal?: AbortSignal | undefined;
}

/** A handler that runs an engine's job and streams what it tells; its questions go to the kept secrets first. */
export function runAsJob({ questions, running, secrets }: Surroundings) {
  return <Input, Result>(run: (input: Input, job: JobContext) => Promise<Result>) =>
    ({ input, signal }: Call<Input>): AsyncGenerator<JobMessage<Result>, void> => {
      const remembering = (job: JobContext) => withRememberedAnswers(secrets, job, (asking) => run(input, asking));
      return running.follow((either) => streamJob(remembering, questions, either), signal);
    };
}

export type RunAsJob = ReturnType<typeof runAsJob>;
