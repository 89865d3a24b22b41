import type { AnyAuthMethod, AuthenticationType, AuthHandlerMiddleware } from 'ssh2';
import type { SlipwayError } from '../../../../shared/errors.ts';
import type { Question } from '../../../../shared/model/events.ts';
import type { JobContext } from '../../job-context.ts';
import { type Attempts, isRepeated, judgeAnswers, mayAsk, noAttempts } from './attempts.ts';
import type { Identity, OneKey } from './identity.ts';
import { type InteractiveRequest, questionsOf } from './interactive.ts';
import { gaveUpError, hangUpError, refusalError } from './refusal.ts';

export interface Credentials {
  user: string;
  host: string;
  identities: Identity[];
  /** Why keys are not offered that might have been, a sentence each. */
  passedOver: readonly string[];
  ask: JobContext['ask'];
  /** Ends the connection with an error that no other method can help. */
  fail(error: unknown): void;
}

export interface Authentication {
  handler: AuthHandlerMiddleware;
  /** Why the server let us in by none of what it was offered. */
  refusal(): SlipwayError;
  /** Why it ended the connection without a reason, as far as what it was offered tells; `banner`: what it said before. */
  hangUp(banner: string): SlipwayError | undefined;
  /** That it ended the connection because too much was refused. */
  gaveUp(): SlipwayError;
}

/**
 * Offers what we have in OpenSSH's order: keys, keyboard-interactive, password. A person may mistype a password as often
 * as with OpenSSH; what was refused is never sent again, because servers lock out who fails too often.
 */
export function createAuthentication(credentials: Credentials): Authentication {
  const { user } = credentials;
  const waiting = [...credentials.identities];
  const attempts = noAttempts();
  const asking = { ...credentials, ask: noticed(credentials.ask, attempts) };
  let key: OneKey | undefined;

  async function next(
    accepted: readonly AuthenticationType[] | null,
    partial: boolean,
  ): Promise<AnyAuthMethod | false> {
    // The first request finds out what the server accepts (RFC 4252, 5.2).
    if (accepted === null) return { type: 'none', username: user };
    attempts.methods = [...accepted];
    judgeAnswers(attempts, partial);
    // A key that was good and did not suffice: ask anew what is still wanted, which ssh2 does not tell after an agent's.
    if (key?.hasSigned) {
      key = undefined;
      attempts.keys.pop();
      attempts.proven = true;
      return { type: 'none', username: user };
    }
    if (accepted.includes('publickey')) {
      key = await nextKey(waiting, attempts, asking);
      if (key !== undefined) return { type: 'agent', username: user, agent: key };
    }
    if (!mayAsk(attempts)) return false;
    if (accepted.includes('keyboard-interactive') && !attempts.mute) {
      attempts.current = { words: [], passwordAlone: true };
      return {
        type: 'keyboard-interactive',
        username: user,
        prompt: (name, instructions, _, prompts, finish) => {
          answer({ name, instructions, prompts }, attempts, asking).then(finish, credentials.fail);
        },
      };
    }
    return accepted.includes('password') ? byPassword(attempts, asking) : false;
  }

  return {
    handler(accepted, partial, proceed) {
      // False ends the attempt; ssh2's types leave it out.
      next(accepted, partial === true).then((method) => proceed(method as AnyAuthMethod), credentials.fail);
    },
    refusal: () => refusalError(credentials, attempts),
    hangUp(banner) {
      attempts.proven ||= key?.hasSigned === true;
      return hangUpError(credentials, attempts, banner);
    },
    gaveUp: () => gaveUpError(credentials, attempts),
  };
}

/** A server may hang up while a person thinks. */
function noticed(ask: JobContext['ask'], attempts: Attempts): JobContext['ask'] {
  return async (question) => {
    attempts.asking = true;
    try {
      return await ask(question);
    } finally {
      attempts.asking = false;
    }
  };
}

async function nextKey(
  waiting: Identity[],
  attempts: Attempts,
  { ask, fail }: Credentials,
): Promise<OneKey | undefined> {
  for (let identity = waiting.shift(); identity !== undefined; identity = waiting.shift()) {
    const key = await identity.offer(ask, fail);
    if (key === undefined) continue;
    attempts.keys.push(identity.label);
    return key;
  }
  return undefined;
}

async function byPassword(attempts: Attempts, credentials: Credentials): Promise<AnyAuthMethod | false> {
  const password = await credentials.ask(passwordQuestion(attempts, credentials));
  attempts.unanswered = password === undefined;
  if (password === undefined) return false;
  attempts.current = { words: [password], passwordAlone: true };
  if (isRepeated(attempts)) return false;
  attempts.proven = true;
  return { type: 'password', username: credentials.user, password };
}

/** What is answered to a request of keyboard-interactive. Rejects where going on would help nobody. */
async function answer(request: InteractiveRequest, attempts: Attempts, credentials: Credentials): Promise<string[]> {
  const answers: string[] = [];
  for (const asked of questionsOf(request, credentials.host)) {
    const isPassword = asked === 'password';
    const given = await credentials.ask(isPassword ? passwordQuestion(attempts, credentials) : again(asked, attempts));
    attempts.unanswered = isPassword && given === undefined;
    if (attempts.unanswered) throw refusalError(credentials, attempts);
    answers.push(given ?? '');
    attempts.current?.words.push(given ?? '');
    if (attempts.current !== undefined && !isPassword) attempts.current.passwordAlone = false;
  }
  if (isRepeated(attempts)) throw refusalError(credentials, attempts);
  attempts.proven ||= answers.length > 0;
  return answers;
}

type AskedOfPerson = Extract<Question, { kind: 'password' | 'prompt' }>;

function passwordQuestion(attempts: Attempts, { user, host }: Credentials): AskedOfPerson {
  const { keys } = attempts;
  const refusedKeys = keys.length === 0 ? {} : { refusedKeys: [...keys] };
  return again({ kind: 'password', user, host, ...refusedKeys }, attempts);
}

/** The first question of an attempt says that the one before was in vain. */
function again(question: AskedOfPerson, { current, refused }: Attempts): AskedOfPerson {
  const isFirst = current === undefined || current.words.length === 0;
  return isFirst && refused.size > 0 ? { ...question, refused: true } : question;
}
