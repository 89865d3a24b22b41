import { addAbortSignal, type Readable } from 'node:stream';
import { SlipwayError } from '../../shared/errors.ts';
import type { Question } from '../../shared/model/events.ts';

export interface SecretFlags {
  passwordStdin?: boolean | undefined;
  passphraseStdin?: boolean | undefined;
  sudoPasswordStdin?: boolean | undefined;
  gitPasswordStdin?: boolean | undefined;
}

/** Secrets given on standard input, a line each, in the order password, passphrase, sudo password, Git password. */
export interface StdinSecrets {
  /** The secret that answers a question, if it was given. */
  answer(question: Question): string | undefined;
}

export async function readStdinSecrets(
  flags: SecretFlags,
  stdin: Readable,
  signal: AbortSignal,
): Promise<StdinSecrets> {
  const wanted = [
    flags.passwordStdin && 'password',
    flags.passphraseStdin && 'passphrase',
    flags.sudoPasswordStdin && 'sudo-password',
    flags.gitPasswordStdin && 'git-password',
  ].filter((kind) => typeof kind === 'string');
  const secrets = new Map<string, string>();
  if (wanted.length > 0) {
    const lines = (await readAll(addAbortSignal(signal, stdin))).split('\n').map((line) => line.replace(/\r$/, ''));
    for (const [index, kind] of wanted.entries()) {
      const line = lines[index];
      if (line === undefined || line === '') {
        throw new SlipwayError('usage', `Standard input has no line for the ${kind}.`, {
          hint: `Give one line each for: ${wanted.join(', ')}.`,
        });
      }
      secrets.set(kind, line);
    }
  }
  return {
    answer(question) {
      // A server that asks for the password by keyboard-interactive asks for the same thing.
      if (question.kind === 'prompt') return question.echo ? undefined : secrets.get('password');
      return secrets.get(question.kind);
    },
  };
}

async function readAll(stdin: Readable): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stdin) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}
