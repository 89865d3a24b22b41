import type { AnyAuthMethod, AuthenticationType, Prompt } from 'ssh2';
import { expect, test } from 'vitest';
import type { Question } from '../../../../shared/model/events.ts';
import { createAuthentication } from './authentication.ts';
import { type Identity, OneKey } from './identity.ts';

/** A server's side: what it accepts, and what it then gets offered. */
function meet(answers: Partial<Record<Question['kind'], string>>, identities: Identity[] = []) {
  const asked: Question[] = [];
  const authentication = createAuthentication({
    user: 'deploy',
    host: 'portal',
    identities,
    ask: async (question) => {
      asked.push(question);
      return answers[question.kind];
    },
    fail: (error) => {
      throw error;
    },
  });
  return {
    asked,
    refusal: authentication.refusal,
    offer: (...accepted: AuthenticationType[]) =>
      new Promise<AnyAuthMethod | false>((resolve) => {
        // Before its first answer ssh2 knows no methods, which its types leave out.
        const known = accepted.length === 0 ? (null as unknown as AuthenticationType[]) : accepted;
        authentication.handler(known, false, (method) => resolve(method as AnyAuthMethod | false));
      }),
  };
}

function prompted(method: AnyAuthMethod | false, prompts: Prompt[]): Promise<string[]> {
  if (method === false || method.type !== 'keyboard-interactive') throw new Error('nothing to prompt');
  return new Promise((resolve) => method.prompt('', '', '', prompts, resolve));
}

function identity(label: string): { identity: Identity; key: OneKey } {
  // Nothing of the key is looked at before a server is there.
  const key = new OneKey({} as ConstructorParameters<typeof OneKey>[0], async () => Buffer.alloc(0));
  return { key, identity: { label, publicKey: undefined, offer: async () => key } };
}

test('keys before keyboard-interactive before the password, each once', async () => {
  const one = identity('one');
  const server = meet({ password: 'secret' }, [one.identity]);
  expect(await server.offer()).toMatchObject({ type: 'none', username: 'deploy' });
  const all: AuthenticationType[] = ['password', 'keyboard-interactive', 'publickey'];
  expect(await server.offer(...all)).toMatchObject({ type: 'agent', agent: one.key });
  expect(await server.offer(...all)).toMatchObject({ type: 'keyboard-interactive' });
  expect(await server.offer(...all)).toMatchObject({ type: 'password', password: 'secret' });
  expect(await server.offer(...all)).toBe(false);
});

test('asks for the methods anew after a key that was good', async () => {
  const one = identity('one');
  const server = meet({ password: 'secret' }, [one.identity]);
  await server.offer('publickey');
  one.key.hasSigned = true;
  expect(await server.offer('publickey')).toMatchObject({ type: 'none' });
  expect(await server.offer('password')).toMatchObject({ type: 'password' });
});

test('answers a prompt for the password as such, and does not send a refused one again', async () => {
  const server = meet({ password: 'secret' });
  const interactive = await server.offer('keyboard-interactive', 'password');
  expect(await prompted(interactive, [{ prompt: 'Password: ', echo: false }])).toEqual(['secret']);
  expect(await server.offer('keyboard-interactive', 'password')).toBe(false);
  expect(server.refusal()).toMatchObject({
    code: 'server.auth',
    message: expect.stringContaining('refused the password'),
  });
});

test('passes other prompts on, without control characters', async () => {
  const server = meet({ prompt: '123456' });
  const interactive = await server.offer('keyboard-interactive');
  const prompts = [
    { prompt: 'Code\x1b[2J: ', echo: true },
    { prompt: 'New password: ', echo: false },
  ];
  expect(await prompted(interactive, prompts)).toEqual(['123456', '123456']);
  expect(server.asked).toEqual([
    { kind: 'prompt', host: 'portal', text: 'Code [2J:', echo: true },
    { kind: 'prompt', host: 'portal', text: 'New password:', echo: false },
  ]);
});

test('says which keys were refused and what is accepted', async () => {
  const server = meet(
    {},
    ['a', 'b', 'c', 'd'].map((label) => identity(label).identity),
  );
  for (let key = 0; key < 4; key++) await server.offer('publickey');
  expect(await server.offer('publickey')).toBe(false);
  const { message, hint } = server.refusal();
  expect(message).toBe('deploy@portal refused the keys a, b, c and 1 more.');
  expect(hint).toContain('It accepts: publickey.');
});
