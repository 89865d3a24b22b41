import type { SlipwayError } from '../../../../shared/errors.ts';
import { sentence } from '../../../../shared/text/sentence.ts';
import type { JobContext } from '../../job-context.ts';
import { printable } from '../../text/printable.ts';
import { afterAnswers, noAnswer, refusedAnswer, unclearHostKey, unknownHostKey } from './askpass-errors.ts';
import type { Answer, AskpassRequest } from './askpass-pipes.ts';
import { isLasting, isPassable, questionOf, type TypedPrompt, withPort } from './prompt-question.ts';
import { readPrompt, type SshPrompt } from './read-prompt.ts';

export interface AskingContext {
  job: JobContext;
  /** The host of the push's address, and its port where that is not the usual one. */
  address: string;
  /** Take a host key that is not known without asking. */
  acceptNewHostKey: boolean;
  /** Whether ssh marks what the other side prompts for; see {@link readPrompt}. */
  marked(): Promise<boolean>;
  /** Ends the push. */
  stop(why: SlipwayError): void;
}

export interface Asking {
  answer: Answer;
  /** What the person hears of a refused login: that something was asked and not answered says more than ssh does. */
  explain(refused: SlipwayError): SlipwayError;
}

type HostKey = Extract<SshPrompt, { kind: 'host-key' }>;

/** Answers what the ssh of one push asks by the job's questions. */
export function createAsking({ job, address, acceptNewHostKey, marked, stop }: AskingContext): Asking {
  const answers = new Map<string, string>();
  const asked = new Set<string>();
  let unanswered: SlipwayError | undefined;

  async function answerTyped(prompt: TypedPrompt, { asker, kind }: AskpassRequest): Promise<string | undefined> {
    const key = JSON.stringify(prompt);
    const again = asked.has(`${asker} ${key}`);
    asked.add(`${asker} ${key}`);
    const given = answers.get(key);
    // A jump host and its target, or Git LFS after Git, unlock the same key. A code is good only once.
    if (!again && given !== undefined && isLasting(prompt)) return given;
    const refused = again && given !== '';
    const answer = await job.ask(questionOf(prompt, { refused, echo: kind === 'confirm' }));
    if (answer === undefined || (answer === '' && isLasting(prompt))) return decline(prompt, noAnswer(prompt));
    if (refused && answer === given) return decline(prompt, refusedAnswer(prompt));
    answers.set(key, answer);
    return answer;
  }

  async function answerHostKey(hostKey: HostKey): Promise<string | undefined> {
    const { host, algorithm, fingerprint } = hostKey;
    const answer = acceptNewHostKey ? 'yes' : await job.ask({ ...hostKey, git: true });
    if (answer !== 'yes') return decline(hostKey, unknownHostKey(hostKey));
    job.emit({
      type: 'log',
      step: 'export',
      text: sentence`The host key of ${printable(host)} is now known: ${algorithm} ${fingerprint}`,
    });
    return answer;
  }

  /** ssh passes a locked key over and tries the next one; to anything else it would go on with an empty answer. */
  function decline(prompt: SshPrompt, why: SlipwayError): undefined {
    unanswered ??= why;
    if (!isPassable(prompt)) stop(unanswered);
  }

  return {
    async answer(request) {
      if (request.kind === 'notice') {
        job.emit({ type: 'warning', step: 'export', text: sentence`ssh waits for you: ${printable(request.text)}` });
        return undefined;
      }
      const prompt = readPrompt(request.text, { address, marked: await marked() });
      if (prompt.kind === 'host-key-unclear') return decline(prompt, unclearHostKey(address));
      if (unanswered !== undefined) return decline(prompt, unanswered);
      return prompt.kind === 'host-key' ? answerHostKey(prompt) : answerTyped(withPort(prompt, address), request);
    },
    explain(refused) {
      if (refused.code !== 'git.auth') return refused;
      return unanswered ?? (answers.size === 0 ? refused : afterAnswers(refused));
    },
  };
}
