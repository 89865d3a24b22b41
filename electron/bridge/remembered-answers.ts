import { type ErrorCode, SlipwayError } from '../../shared/errors.ts';
import { type SecretName, secretNameOf } from '../../shared/model/secret-name.ts';
import type { JobContext } from '../engine/job-context.ts';

/** The errors that a wrong password, passphrase or token ends in. */
const refusals: readonly ErrorCode[] = ['server.auth', 'server.key-unusable', 'server.sudo', 'git.auth'];

/** The part of the shell's secrets that a job needs. */
interface KeptSecrets {
  recall(input: { name: SecretName }): Promise<{ value?: string | undefined }>;
  forget(input: { name: SecretName }): Promise<unknown>;
}

/**
 * Runs a job whose questions are first put to the kept secrets, and only then to the person. A secret is offered once:
 * a question that comes again means that it was wrong, so then the person is asked, and where the job is refused with it,
 * it is forgotten, because otherwise it would be offered, and refused, for ever.
 */
export async function withRememberedAnswers<Result>(
  secrets: KeptSecrets,
  job: JobContext,
  run: (job: JobContext) => Promise<Result>,
): Promise<Result> {
  const offered = new Map<string, SecretName>();
  const ask: JobContext['ask'] = async (question) => {
    const name = secretNameOf(question);
    const key = JSON.stringify(name);
    if (name === undefined || offered.has(key)) return job.ask(question);
    const { value } = await secrets.recall({ name });
    if (value === undefined) return job.ask(question);
    offered.set(key, name);
    return value;
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

/** A Docker host that is reached over SSH tells its own trouble; why it has it is the cause. */
function isRefusal(error: unknown): boolean {
  return error instanceof SlipwayError && (refusals.includes(error.code) || isRefusal(error.cause));
}
