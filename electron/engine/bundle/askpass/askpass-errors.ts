import { SlipwayError } from '../../../../shared/errors.ts';
import { sentence } from '../../../../shared/text/sentence.ts';
import { printable } from '../../text/printable.ts';
import type { TypedPrompt } from './prompt-question.ts';
import type { SshPrompt } from './read-prompt.ts';

/** Nobody answered. */
export function noAnswer(prompt: TypedPrompt): SlipwayError {
  switch (prompt.kind) {
    case 'passphrase':
      return auth(sentence`The key ${printable(prompt.file)} is locked with a passphrase, and none was given.`, unlock);
    case 'password':
      return auth(sentence`${login(prompt)} needs a password, and none was given.`, signIn);
    case 'remote':
      return auth(sentence`${printable(prompt.host)} asked "${prompt.text}", and nobody answered.`, signIn);
    case 'own':
      return auth(sentence`ssh asked "${prompt.text}", and nobody answered.`, signIn);
  }
}

/** The answer that was refused was given once more: whoever gives it knows no better one. */
export function refusedAnswer(prompt: TypedPrompt): SlipwayError {
  switch (prompt.kind) {
    case 'passphrase':
      return auth(sentence`The passphrase does not open the key ${printable(prompt.file)}.`, unlock);
    case 'password':
      return auth(sentence`${login(prompt)} does not take the password.`, signIn);
    case 'remote':
      return auth(sentence`${printable(prompt.host)} does not take the answer to "${prompt.text}".`, signIn);
    case 'own':
      return auth(sentence`ssh does not take the answer to "${prompt.text}".`, signIn);
  }
}

/** ssh says which ways in it has tried, and not that something was typed. */
export function afterAnswers({ message }: SlipwayError): SlipwayError {
  return auth(
    message,
    sentence`Try again: what was typed may be wrong. If it is right, add the key to the account at the Git host, or ask who runs it.`,
  );
}

export function unknownHostKey(hostKey: Extract<SshPrompt, { kind: 'host-key' }>): SlipwayError {
  const { host, algorithm, fingerprint } = hostKey;
  return new SlipwayError(
    'git.failed',
    sentence`The host key of ${printable(host)} is not known: ${algorithm} ${fingerprint}.`,
    {
      hint: sentence`Compare the fingerprint with the one that the Git host publishes, then push again and accept it (--accept-new-host-key).`,
    },
  );
}

/** What the question does not tell, a person cannot compare. */
export function unclearHostKey(address: string): SlipwayError {
  return new SlipwayError('git.failed', sentence`ssh has doubts about the host key of ${printable(address)}.`, {
    hint: sentence`Connect once by hand, and read what it says: ssh -T followed by user and host.`,
  });
}

const unlock = sentence`Type the passphrase when asked (--passphrase-stdin), or add the key to the agent with ssh-add.`;
const signIn = sentence`Answer when asked (--password-stdin), or add an SSH key to the account at the Git host.`;

function auth(message: string, hint: string): SlipwayError {
  return new SlipwayError('git.auth', message, { hint });
}

function login({ user, host }: { user: string; host: string }): string {
  return printable(`${user}@${host}`);
}
