import type { EngineClient } from '../../shared/contract/client.ts';
import { SlipwayError } from '../../shared/errors.ts';
import type { JobMessage } from '../engine/jobs/job-stream.ts';
import { answerQuestion } from './answer-question.ts';
import type { CommandContext } from './command-context.ts';
import { readStdinSecrets, type SecretFlags } from './stdin-secrets.ts';

/**
 * Starts a job, reports its events, answers its questions, and gives its result.
 * @throws SlipwayError as the job ended with; `cancelled` after Ctrl-C.
 */
export async function runJob<Result>(
  context: CommandContext,
  flags: SecretFlags,
  start: (client: EngineClient, signal: AbortSignal) => Promise<AsyncIterable<JobMessage<Result>>>,
): Promise<Result> {
  const secrets = await readStdinSecrets(flags, context.stdin, context.signal);
  const stream = await start(context.client, context.signal);
  let job = '';
  for await (const message of stream) {
    switch (message.type) {
      case 'started':
        job = message.job;
        break;
      case 'question': {
        const value = await answerQuestion(message.question, secrets, context);
        await context.client.answer({ job, question: message.id, ...(value === undefined ? {} : { value }) });
        break;
      }
      case 'result':
        return message.result;
      case 'error': {
        const { code, message: text, hint } = message.error;
        throw new SlipwayError(code, text, hint === undefined ? {} : { hint });
      }
      default:
        context.reporter.event(message);
    }
  }
  throw new SlipwayError('internal', 'The job ended without a result.');
}
