import { describe, expect, it } from 'vitest';
import { SlipwayError } from '../../../../shared/errors.ts';
import type { Question } from '../../../../shared/model/events.ts';
import { createJob } from '../../remote/testing/job.ts';
import { createAsking } from './ask-person.ts';
import type { AskpassRequest } from './askpass-pipes.ts';

const file = '/home/ann/.ssh/id_ed25519';
const passphrase = `Enter passphrase for key '${file}': `;
const password = "ann@git.example's password: ";
const denied = new SlipwayError('git.auth', 'Permission denied.', { hint: 'As ssh says.' });

/** A person who gives one answer after the other. */
function scene(
  replies: (string | undefined)[],
  { acceptNewHostKey = false, address = 'git.example', marked = true } = {},
) {
  const asked: Question[] = [];
  const stopped: SlipwayError[] = [];
  const job = createJob();
  const asking = createAsking({
    job: {
      ...job,
      async ask(question) {
        asked.push(question);
        return replies.shift();
      },
    },
    ...{ address, acceptNewHostKey },
    marked: async () => marked,
    stop: (why) => stopped.push(why),
  });
  const ask = (text: string, asker = '1', kind: AskpassRequest['kind'] = 'question') =>
    asking.answer({ asker, kind, text });
  return { ask, asked, stopped, said: job.said, explain: asking.explain };
}

describe('a passphrase', () => {
  it('is asked for again where it was wrong, and that is said', async () => {
    const { ask, asked } = scene(['wrong', 'right']);
    expect([await ask(passphrase), await ask(passphrase)]).toEqual(['wrong', 'right']);
    expect(asked).toEqual([
      { kind: 'passphrase', file },
      { kind: 'passphrase', file, refused: true },
    ]);
  });

  it('is asked for once where several ssh of a push want it', async () => {
    const { ask, asked } = scene(['right']);
    expect([await ask(passphrase, '1'), await ask(passphrase, '2')]).toEqual(['right', 'right']);
    expect(asked).toHaveLength(1);
  });

  it.each([undefined, ''])(
    'that nobody gives lets ssh try its other keys, and asks nothing more: %j',
    async (reply) => {
      const { ask, asked, stopped, explain } = scene([reply, 'never']);
      expect([await ask(passphrase), await ask(passphrase.replace('id_', 'other_'))]).toEqual([undefined, undefined]);
      expect(stopped).toEqual([]);
      expect(explain(denied)).toMatchObject({ code: 'git.auth', message: expect.stringContaining(file) });
      expect(await ask(password)).toBeUndefined();
      expect(asked).toHaveLength(1);
      expect(stopped).toMatchObject([{ message: expect.stringContaining(file) }]);
    },
  );

  it('that an older ssh asks for is taken for the words of the other side, and passed over all the same', async () => {
    const { ask, asked, stopped } = scene([undefined], { marked: false });
    expect(await ask(passphrase)).toBeUndefined();
    expect(asked).toEqual([{ kind: 'prompt', host: 'git.example', text: passphrase.trim(), echo: false }]);
    expect(stopped).toEqual([]);
  });

  it('that is given once more after it was refused ends the asking', async () => {
    const { ask, explain } = scene(['wrong', 'wrong']);
    expect([await ask(passphrase), await ask(passphrase)]).toEqual(['wrong', undefined]);
    expect(explain(denied)).toMatchObject({ message: expect.stringContaining('does not open') });
  });
});

describe('a password', () => {
  it('is asked for by the port of the address: another server there must not be given a kept one', async () => {
    const { ask, asked } = scene(['a', 'b'], { address: 'git.example:2222' });
    await ask(password);
    await ask("ann@jump.example's password: ");
    expect(asked).toEqual([
      { kind: 'password', user: 'ann', host: 'git.example:2222' },
      { kind: 'password', user: 'ann', host: 'jump.example' },
    ]);
  });

  it('that nobody gives ends the push: ssh would send an empty one', async () => {
    const { ask, stopped } = scene([undefined]);
    expect(await ask(password)).toBeUndefined();
    expect(stopped).toMatchObject([{ code: 'git.auth', message: expect.stringContaining('ann@git.example') }]);
  });

  it('that was refused in the end is said to be what may be wrong', async () => {
    const { ask, explain } = scene(['typed']);
    await ask(password);
    expect(explain(denied)).toMatchObject({ message: denied.message, hint: expect.stringContaining('what was typed') });
    const unreachable = new SlipwayError('git.unreachable', 'Gone.');
    expect(explain(unreachable)).toBe(unreachable);
  });
});

describe('a prompt of the other side', () => {
  it('is asked each time anew, by its words', async () => {
    const { ask, asked } = scene(['1234', '5678']);
    expect([await ask('(ann@git.example) Code: ', '1'), await ask('(ann@git.example) Code: ', '2')]).toEqual([
      '1234',
      '5678',
    ]);
    expect(asked[0]).toEqual({ kind: 'prompt', host: 'git.example', text: 'Code:', echo: false });
  });

  it('that comes again was answered wrongly', async () => {
    const { ask, asked } = scene(['1234', '5678']);
    expect([await ask('(a@h) Code: '), await ask('(a@h) Code: ')]).toEqual(['1234', '5678']);
    expect(asked).toMatchObject([{ text: 'Code:' }, { text: 'Code:', refused: true }]);
  });

  it('may want nothing but Enter', async () => {
    const { ask, stopped } = scene(['', '']);
    expect([await ask('(a@h) Press Enter.'), await ask('(a@h) Press Enter.')]).toEqual(['', '']);
    expect(stopped).toEqual([]);
  });
});

describe('a host key', () => {
  const question = (end = 'continue connecting (yes/no)? ') =>
    `The authenticity of host 'git.example (192.0.2.7)' can't be established.\nED25519 key fingerprint is SHA256:abc.\n${end}`;

  it('is accepted by a person alone, or where that was said before', async () => {
    const person = scene(['yes']);
    expect(await person.ask(question())).toBe('yes');
    expect(person.asked).toEqual([
      { kind: 'host-key', host: 'git.example', algorithm: 'ssh-ed25519', fingerprint: 'SHA256:abc', git: true },
    ]);
    const told = scene([], { acceptNewHostKey: true });
    expect(await told.ask(question())).toBe('yes');
    expect(told.asked).toEqual([]);
    expect(told.said.join('')).toContain('SHA256:abc');
  });

  it.each(['no', undefined])('ends the push where it is not: %j', async (reply) => {
    const { ask, stopped } = scene([reply]);
    expect(await ask(question())).toBeUndefined();
    expect(stopped).toMatchObject([{ code: 'git.failed', message: expect.stringContaining('SHA256:abc') }]);
  });

  it('that cannot be shown is accepted by nobody', async () => {
    const { ask, asked, stopped } = scene(['yes'], { acceptNewHostKey: true });
    expect(await ask('Are you sure you want to continue connecting (yes/no)? ')).toBeUndefined();
    expect(asked).toEqual([]);
    expect(stopped).toMatchObject([{ code: 'git.failed' }]);
  });
});

it('tells what ssh waits for', async () => {
  const { ask, asked, said } = scene([]);
  expect(await ask('Confirm user presence for key ED25519-SK SHA256:abc', '1', 'notice')).toBeUndefined();
  expect(asked).toEqual([]);
  expect(said.join('')).toContain('Confirm user presence');
});
