import type { AnyAuthMethod, AuthenticationType, AuthHandlerMiddleware, Prompt } from 'ssh2';
import { SlipwayError } from '../../../../shared/errors.ts';
import { sentence } from '../../../../shared/text/sentence.ts';
import type { JobContext } from '../../job-context.ts';
import { printable } from '../../text/printable.ts';
import type { Identity, OneKey } from './identity.ts';

export interface Credentials {
  user: string;
  host: string;
  identities: Identity[];
  ask: JobContext['ask'];
  /** Ends the connection with an error that no other method can help. */
  fail(error: unknown): void;
}

export interface Authentication {
  handler: AuthHandlerMiddleware;
  /** Why the server let us in by none of what it was offered. */
  refusal(): SlipwayError;
}

/**
 * Offers what we have in OpenSSH's order: keys, keyboard-interactive, password. A person is asked once for each: a
 * refusal ends with a clear error rather than with the lock that servers put on repeated failures.
 */
export function createAuthentication(credentials: Credentials): Authentication {
  const { user } = credentials;
  const waiting = [...credentials.identities];
  const tried: Attempts = { keys: [], answered: new Set(), unanswered: false, methods: [] };

  async function next(accepted: readonly AuthenticationType[] | null): Promise<AnyAuthMethod | false> {
    // The first request finds out what the server accepts (RFC 4252, 5.2).
    if (accepted === null) return { type: 'none', username: user };
    tried.methods = [...accepted];
    // A key that was good and did not suffice: ask anew what is still wanted, which ssh2 does not tell after an agent's.
    if (tried.key?.hasSigned) {
      tried.key = undefined;
      return { type: 'none', username: user };
    }
    if (accepted.includes('publickey')) {
      const key = await nextKey(waiting, tried, credentials);
      if (key !== undefined) return key;
    }
    if (accepted.includes('keyboard-interactive') && !tried.interactive) {
      tried.interactive = true;
      return { type: 'keyboard-interactive', username: user, prompt: (...args) => answer(args, tried, credentials) };
    }
    if (accepted.includes('password') && !tried.password) {
      tried.password = true;
      const password = await askPassword(tried, credentials);
      if (password !== undefined) return { type: 'password', username: user, password };
    }
    return false;
  }

  return {
    handler(accepted, _partial, proceed) {
      // False ends the attempt; ssh2's types leave it out.
      next(accepted).then((method) => proceed(method as AnyAuthMethod), credentials.fail);
    },
    refusal: () => describeRefusal(credentials, tried),
  };
}

interface Attempts {
  keys: string[];
  key?: OneKey | undefined;
  interactive?: boolean;
  password?: boolean;
  /** Passwords given, so that a refused one is not sent a second time. */
  answered: Set<string>;
  unanswered: boolean;
  methods: string[];
}

async function nextKey(
  waiting: Identity[],
  tried: Attempts,
  { user, ask, fail }: Credentials,
): Promise<AnyAuthMethod | undefined> {
  for (let identity = waiting.shift(); identity !== undefined; identity = waiting.shift()) {
    tried.key = await identity.offer(ask, fail);
    if (tried.key === undefined) continue;
    tried.keys.push(identity.label);
    return { type: 'agent', username: user, agent: tried.key };
  }
  return undefined;
}

async function askPassword(tried: Attempts, { user, host, ask }: Credentials): Promise<string | undefined> {
  const password = await ask({ kind: 'password', user, host });
  if (password === undefined) tried.unanswered = true;
  if (password === undefined || tried.answered.has(password)) return undefined;
  tried.answered.add(password);
  return password;
}

type PromptArguments = [string, string, string, Prompt[], (answers: string[]) => void];

function answer([, , , prompts, finish]: PromptArguments, tried: Attempts, credentials: Credentials): void {
  answerAll(prompts, tried, credentials).then(finish, credentials.fail);
}

async function answerAll(prompts: Prompt[], tried: Attempts, credentials: Credentials): Promise<string[]> {
  const answers: string[] = [];
  for (const prompt of prompts) {
    const given = isPasswordPrompt(prompts)
      ? await askPassword(tried, credentials)
      : await credentials.ask({
          kind: 'prompt',
          host: credentials.host,
          text: printable(prompt.prompt),
          echo: prompt.echo === true,
        });
    if (given === undefined) tried.unanswered = true;
    answers.push(given ?? '');
  }
  return answers;
}

/** Whether the server asks for the account's password and nothing else: then it is asked for as such. */
function isPasswordPrompt(prompts: Prompt[]): boolean {
  const [only] = prompts;
  if (only === undefined || prompts.length > 1 || only.echo === true) return false;
  return /password/i.test(only.prompt) && !/new|current|again|retype|expired/i.test(only.prompt);
}

function describeRefusal({ user, host }: Credentials, tried: Attempts): SlipwayError {
  const where = `${user}@${host}`;
  if (tried.answered.size > 0) {
    return new SlipwayError('server.auth', sentence`${where} refused the password.`, {
      hint: [
        sentence`Check the user name and the password, or use a key (--identity FILE).`,
        ...(user === 'root'
          ? [sentence`Many servers let root in with a key only: try your own account and sudo (--sudo).`]
          : []),
      ].join(' '),
    });
  }
  const offered = refusedKeys(where, tried.keys);
  const message = tried.unanswered
    ? sentence`${offered}, and nobody answered its question for a password.`
    : `${offered}.`;
  const accepted = tried.methods.map((method) => printable(method)).join(', ');
  return new SlipwayError('server.auth', message, {
    hint: [
      sentence`Name the right key (--identity FILE), load it with ssh-add, or give the password when asked (--password-stdin).`,
      ...(accepted === '' ? [] : [sentence`It accepts: ${accepted}.`]),
    ].join(' '),
  });
}

function refusedKeys(where: string, keys: readonly string[]): string {
  if (keys.length === 0) return sentence`${where} has no key of ours to check`;
  const shown = keys.slice(0, 3).map((key) => printable(key, 80));
  if (shown.length === 1) return sentence`${where} refused the key ${shown[0]}`;
  const listed = shown.join(', ');
  const named = keys.length > shown.length ? sentence`${listed} and ${keys.length - shown.length} more` : listed;
  return sentence`${where} refused the keys ${named}`;
}
