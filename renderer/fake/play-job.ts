import { SlipwayError, toSlipwayError } from '../../shared/errors.ts';
import type { JobEvent, Question } from '../../shared/model/events.ts';
import type { JobMessage } from '../jobs/job-message.ts';
import type { World } from './world.ts';

/** What a fake job does next: tells something, or asks and goes on with the answer. */
export type Act = JobEvent | { type: 'ask'; question: Question; accept(answer: string | undefined): boolean };

/** Plays a job as the engine would: with its pace, its questions and its end. */
export async function* playJob<Result>(
  world: World,
  acts: readonly Act[],
  end: () => Result,
  signal?: AbortSignal,
): AsyncGenerator<JobMessage<Result>> {
  const job = world.jobs.begin();
  yield { type: 'started', job };
  try {
    for (const [index, act] of acts.entries()) {
      await world.pause(signal, world.jobs.cancelled(job));
      if (act.type !== 'ask') {
        yield act;
        continue;
      }
      const id = String(index);
      const answer = world.jobs.question(job, id);
      yield { type: 'question', id, question: act.question };
      if (!act.accept(await answer)) throw refused(act.question);
    }
    yield { type: 'result', result: end() };
  } catch (error) {
    yield { type: 'error', error: toSlipwayError(error).toData() };
  } finally {
    world.jobs.end(job);
  }
}

function refused(question: Question): SlipwayError {
  if (question.kind === 'host-key') {
    return new SlipwayError('server.host-key-unknown', `The host key of ${question.host} is not known.`, {
      hint: 'Compare its fingerprint with what the administrator gives you.',
    });
  }
  return new SlipwayError('server.auth', 'The server accepted none of the keys and no password.', {
    hint: 'Choose another key with --identity, or load it into the agent.',
  });
}
