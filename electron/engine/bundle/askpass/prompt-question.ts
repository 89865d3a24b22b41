import type { Question } from '../../../../shared/model/events.ts';
import type { SshPrompt } from './read-prompt.ts';

/** What a person types the answer to. */
export type TypedPrompt = Extract<SshPrompt, { kind: 'passphrase' | 'password' | 'remote' | 'own' }>;

/** Whether the same answer is right again: what a server prompts for may be a code that is good only once. */
export function isLasting({ kind }: TypedPrompt): boolean {
  return kind === 'passphrase' || kind === 'password';
}

/** Whether ssh goes on with its next key where it gets no answer; an older one asks for a passphrase in anybody's words. */
export function isPassable(prompt: SshPrompt): boolean {
  const likePassphrase = prompt.kind === 'remote' && prompt.text.startsWith('Enter passphrase for key ');
  return prompt.kind === 'passphrase' || likePassphrase;
}

/** `refused` is the last answer to it; `echo` says that the answer is no secret. */
export function questionOf(prompt: TypedPrompt, { refused, echo }: { refused: boolean; echo: boolean }): Question {
  const repeated = refused ? { refused: true as const } : {};
  switch (prompt.kind) {
    case 'passphrase':
    case 'password':
      return { ...prompt, ...repeated };
    case 'remote':
      return { kind: 'prompt', host: prompt.host, text: prompt.text, echo, ...repeated };
    case 'own':
      return { kind: 'prompt', host: 'ssh', text: prompt.text, echo, ...repeated };
  }
}

/** ssh names no port where it asks for a password. Another server of the same machine must not be given a kept one. */
export function withPort<Prompt extends SshPrompt>(prompt: Prompt, address: string): Prompt {
  return prompt.kind === 'password' && address.startsWith(`${prompt.host}:`) ? { ...prompt, host: address } : prompt;
}
