import type { Prompt } from 'ssh2';
import type { Question } from '../../../../shared/model/events.ts';
import { printable } from '../../text/printable.ts';

/** What a server asks by keyboard-interactive (RFC 4256, 3.2). */
export interface InteractiveRequest {
  name: string;
  instructions: string;
  prompts: Prompt[];
}

type PromptQuestion = Extract<Question, { kind: 'prompt' }>;

/** What to ask a person, in its order; `password` stands for the account's, whatever words the server has for it. */
export function questionsOf(
  { name, instructions, prompts }: InteractiveRequest,
  host: string,
): ('password' | PromptQuestion)[] {
  if (isPasswordPrompt(prompts)) return ['password'];
  return prompts.map(({ prompt, echo }, index) => {
    // What a server explains stands before its first question.
    const words = index === 0 ? [name, instructions, prompt] : [prompt];
    return { kind: 'prompt', host, text: printable(words.join(' '), 500), echo: echo === true };
  });
}

/** Whether the server asks for the account's password and nothing else: then it is asked for as such. */
function isPasswordPrompt(prompts: Prompt[]): boolean {
  const [only] = prompts;
  if (only === undefined || prompts.length > 1 || only.echo === true) return false;
  return /password/i.test(only.prompt) && !/new|current|again|retype|expired/i.test(only.prompt);
}
