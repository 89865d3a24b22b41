import { confirm, isCancel, password, text } from '@clack/prompts';
import type { Question } from '../../shared/model/events.ts';
import { printableLine } from './printable.ts';
import type { StdinSecrets } from './stdin-secrets.ts';

/** Answers a job's question: by what standard input gave, else by asking on the terminal, else not at all. */
export async function answerQuestion(
  question: Question,
  secrets: StdinSecrets,
  interactive: boolean,
): Promise<string | undefined> {
  const given = secrets.answer(question);
  if (given !== undefined) return given;
  return interactive ? ask(question) : undefined;
}

async function ask(question: Question): Promise<string | undefined> {
  const answer = await prompt(question);
  return typeof answer === 'string' ? answer : undefined;
}

async function prompt(question: Question): Promise<string | symbol> {
  switch (question.kind) {
    case 'host-key': {
      const known = await confirm({
        message: `${printableLine(question.host)} shows a ${printableLine(question.algorithm)} key with the fingerprint ${printableLine(question.fingerprint)}. Is it the server you mean?`,
        initialValue: false,
      });
      return isCancel(known) ? known : known ? 'yes' : 'no';
    }
    case 'password':
      return password({ message: `Password of ${printableLine(`${question.user}@${question.host}`)}` });
    case 'passphrase':
      return password({ message: `Passphrase of ${printableLine(question.file)}` });
    case 'sudo-password':
      return password({ message: `sudo password of ${printableLine(`${question.user}@${question.host}`)}` });
    case 'prompt': {
      const message = `${printableLine(question.host)} asks: ${printableLine(question.text)}`;
      return question.echo ? text({ message }) : password({ message });
    }
  }
}
