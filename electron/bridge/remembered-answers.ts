import { type ErrorCode, SlipwayError } from '../../shared/errors.ts';
import type { Question } from '../../shared/model/events.ts';
import { type SecretName, secretNameOf } from '../../shared/model/secret-name.ts';
import type { JobContext } from '../engine/job-context.ts';
import type { Recalled } from './shell-port.ts';

/** The errors that a wrong password, passphrase or token ends in. */
const refusals: readonly ErrorCode[] = ['server.auth', 'server.key-unusable', 'server.sudo', 'git.auth'];

/** The part of the shell's secrets that a job needs. */
interface KeptSecrets {
  recall(input: { name: SecretName }): Promise<Recalled>;
  forget(input: { name: SecretName }): Promise<unknown>;
}

/**
 * Runs a job whose questions are first put to the kept secrets, and only then to the person. A secret is offered once:
 * a question that comes again means that it was wrong, so then the person is asked. Where it was refused, or the job is
 * refused with it, it is forgotten, because otherwise it would be offered, and refused, for ever.
 */
export async function withRememberedAnswers<Result>(
  secrets: KeptSecrets,
  job: JobContext,
  run: (job: JobContext) => Promise<Result>,
): Promise<Result> {
  const offered = new Map<string, SecretName>();
  const unreadable = new Set<string>();
  const ask: JobContext['ask'] = async (question) => {
    const name = secretNameOf(question);
    const key = JSON.stringify(name);
    if (name === undefined) return job.ask(question);
    const isRefused = 'refused' in question && question.refused === true;
    // Offered by us, or typed and kept in the same breath.
    if (isRefused && !unreadable.has(key)) await secrets.forget({ name });
    if (isRefused || offered.has(key)) return job.ask(question);
    const kept = await secrets.recall({ name });
    if (kept.kind === 'none') return job.ask(question);
    if (kept.kind === 'unreadable') {
      unreadable.add(key);
      return job.ask(asUnreadable(question));
    }
    offered.set(key, name);
    return kept.value;
  };
  try {
    return await run({ ...job, ask });
  } catch (error) {
    if (isRefusal(error)) {
      for (const name of offered.values()) await secrets.forget({ name });
    }
    throw error;
  }
}

function asUnreadable(question: Question): Question {
  const marked: Question & { unreadable: true } = { ...question, unreadable: true };
  return marked;
}

/** A Docker host that is reached over SSH tells its own trouble; why it has it is the cause. */
function isRefusal(error: unknown): boolean {
  return error instanceof SlipwayError && (refusals.includes(error.code) || isRefusal(error.cause));
}
