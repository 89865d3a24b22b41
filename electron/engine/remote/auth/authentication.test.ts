import type { AnyAuthMethod, AuthenticationType, Prompt } from 'ssh2';
import { expect, test, vi } from 'vitest';
import type { Question } from '../../../../shared/model/events.ts';
import { createAuthentication } from './authentication.ts';
import { type Identity, OneKey } from './identity.ts';

/** A server's side: what it accepts, and what it then gets offered. */
function meet(answers: Partial<Record<Question['kind'], string | string[]>>, identities: Identity[] = []) {
  const asked: Question[] = [];
  const failures: unknown[] = [];
  const authentication = createAuthentication({
    user: 'deploy',
    host: 'portal',
    identities,
    passedOver: ['/home/ann/.ssh/work is not offered: there is no such file.'],
    ask: async (question) => {
      asked.push(question);
      const answer = answers[question.kind];
      return typeof answer === 'string' ? answer : answer?.[asked.length - 1];
    },
    fail: (error) => failures.push(error),
  });
  function offer(accepted: AuthenticationType[], partial: boolean) {
    return new Promise<AnyAuthMethod | false>((resolve) => {
      // Before its first answer ssh2 knows no methods, which its types leave out.
      const known = accepted.length === 0 ? (null as unknown as AuthenticationType[]) : accepted;
      authentication.handler(known, partial, (method) => resolve(method as AnyAuthMethod | false));
    });
  }
  return {
    asked,
    failures,
    refusal: authentication.refusal,
    hangUp: authentication.hangUp,
    gaveUp: authentication.gaveUp,
    offer: (...accepted: AuthenticationType[]) => offer(accepted, false),
    /** What was offered last was good, and did not suffice. */
    partly: (...accepted: AuthenticationType[]) => offer(accepted, true),
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
  const first = await server.offer('keyboard-interactive', 'password');
  expect(await prompted(first, [{ prompt: 'Password: ', echo: false }])).toEqual(['secret']);
  const second = await server.offer('keyboard-interactive', 'password');
  void prompted(second, [{ prompt: 'Password: ', echo: false }]);
  await vi.waitFor(() => expect(server.failures).toHaveLength(1));
  expect(server.failures[0]).toMatchObject({ code: 'server.auth', message: 'deploy@portal refused the password.' });
  expect(await server.offer('password')).toBe(false);
});

test('a mistyped password can be typed again, three times in all', async () => {
  const server = meet({ password: ['one', 'two', 'three', 'four'] });
  expect(await server.offer('password')).toMatchObject({ password: 'one' });
  expect(await server.offer('password')).toMatchObject({ password: 'two' });
  expect(await server.offer('password')).toMatchObject({ password: 'three' });
  expect(await server.offer('password')).toBe(false);
  const question = { kind: 'password', user: 'deploy', host: 'portal' };
  expect(server.asked).toEqual([question, { ...question, refused: true }, { ...question, refused: true }]);
});

test('a declined question for the password ends it', async () => {
  const server = meet({});
  void prompted(await server.offer('keyboard-interactive', 'password'), [{ prompt: 'Password: ' }]);
  await vi.waitFor(() => expect(server.failures).toHaveLength(1));
  expect(server.failures[0]).toMatchObject({ message: 'deploy@portal asks for a password, and none was given.' });
});

test('a code after the right password can be typed again with it', async () => {
  const server = meet({ password: 'secret', prompt: ['', '111', '', '222'] });
  for (const code of ['111', '222']) {
    const method = await server.offer('keyboard-interactive');
    expect(await prompted(method, [{ prompt: 'Password: ', echo: false }])).toEqual(['secret']);
    expect(await prompted(method, [{ prompt: 'Code: ', echo: true }])).toEqual([code]);
  }
  expect(server.asked.map((question) => 'refused' in question && question.refused)).toEqual([
    ...[false, false, true, false],
  ]);
  expect(server.refusal().message).toBe('deploy@portal refused what was answered to its questions.');
});

test('a password that was one part of what the server wants was not refused', async () => {
  const server = meet({ password: 'secret', prompt: '1234' });
  await server.offer('password');
  const method = await server.partly('keyboard-interactive');
  expect(await prompted(method, [{ prompt: 'Code: ', echo: true }])).toEqual(['1234']);
  expect(server.asked.at(-1)).not.toHaveProperty('refused');
});

test('the question for a password tells which keys were refused, not which one was good', async () => {
  const [wrong, good] = [identity('wrong'), identity('good')];
  const server = meet({ password: 'secret' }, [wrong.identity, good.identity]);
  await server.offer('publickey', 'password');
  await server.offer('publickey', 'password');
  good.key.hasSigned = true;
  await server.offer('publickey', 'password');
  await server.offer('password');
  expect(server.asked).toEqual([{ kind: 'password', user: 'deploy', host: 'portal', refusedKeys: ['wrong'] }]);
  await server.offer('password');
  expect(server.refusal().message).toBe('deploy@portal refused the key wrong, and the password.');
});

test('tells why a server hung up', async () => {
  const server = meet({ password: 'secret' });
  expect(server.hangUp('')).toBeUndefined();
  await server.offer('password');
  expect(server.hangUp('Down until noon.\n')).toMatchObject({
    code: 'server.auth',
    message: 'deploy@portal ended the connection right after the login; it says: Down until noon.',
  });
});

test('tells which keys used up the tries', async () => {
  const server = meet({}, [identity('one').identity]);
  await server.offer('publickey');
  expect(server.gaveUp().message).toBe('deploy@portal refused the key one, and then allowed no further try.');
});

test.each([
  [['publickey'] as const, 'deploy@portal wants a key, and none was offered.'],
  [['hostbased'] as const, 'deploy@portal takes neither a key nor a password.'],
])('has nothing to offer where it takes %j', async (methods, message) => {
  const server = meet({});
  expect(await server.offer(...methods)).toBe(false);
  expect(server.refusal().message).toBe(message);
  expect(server.refusal().hint).toContain('/home/ann/.ssh/work is not offered: there is no such file.');
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
