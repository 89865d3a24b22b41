import { SlipwayError } from '../../shared/errors.ts';
import type { Question } from '../../shared/model/events.ts';
import { printableLine } from './printable.ts';
import type { StdinSecrets } from './stdin-secrets.ts';

/** Answers a job's question: by what standard input gave, else by asking on the terminal, else not at all. */
export async function answerQuestion(
  question: Question,
  secrets: StdinSecrets,
  { interactive, signal }: { interactive: boolean; signal: AbortSignal },
): Promise<string | undefined> {
  const given = secrets.answer(question);
  if (given !== undefined) return given;
  return interactive ? ask(question, signal) : undefined;
}

/** A prompt takes Ctrl-C for itself; the job has to hear of it all the same. */
async function ask(question: Question, signal: AbortSignal): Promise<string> {
  const answer = await prompt(question, signal);
  if (typeof answer === 'string') return answer;
  throw new SlipwayError('cancelled', 'Cancelled.');
}

async function prompt(question: Question, signal: AbortSignal): Promise<string | symbol> {
  // Most commands ask nothing: they start sooner without.
  const { confirm, isCancel, password, text } = await import('@clack/prompts');
  switch (question.kind) {
    case 'host-key': {
      const known = await confirm({
        message: `${printableLine(question.host)} shows a ${printableLine(question.algorithm)} key with the fingerprint ${printableLine(question.fingerprint)}. Is it the ${question.git ? 'Git host' : 'server'} you mean?`,
        initialValue: false,
        signal,
      });
      return isCancel(known) ? known : known ? 'yes' : 'no';
    }
    case 'password': {
      const message = `Password of ${printableLine(`${question.user}@${question.host}`)}`;
      return password({ signal, message: told(question, `${message}${refusedKeys(question.refusedKeys)}`) });
    }
    case 'passphrase':
      return password({ signal, message: told(question, `Passphrase of ${printableLine(question.file)}`) });
    case 'sudo-password': {
      const message = `sudo password of ${printableLine(`${question.user}@${question.host}`)}`;
      return password({ signal, message: told(question, message) });
    }
    case 'git-user':
      return text({ signal, message: `User name for ${printableLine(question.url)}` });
    case 'git-password':
      return password({
        signal,
        message: `Password or token of ${printableLine(`${question.user} for ${question.url}`)}`,
      });
    case 'prompt': {
      const message = told(question, `${printableLine(question.host)} asks: ${printableLine(question.text)}`);
      return question.echo ? text({ signal, message }) : password({ signal, message });
    }
  }
}

/** A question that comes again says why. */
function told({ refused }: { refused?: true | undefined }, message: string): string {
  return refused ? `The answer before was refused. ${message}` : message;
}

function refusedKeys(keys: readonly string[] = []): string {
  return keys.length === 0 ? '' : ` (it refused ${printableLine(keys.join(', '))})`;
}
