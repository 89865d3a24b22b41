import { Readable } from 'node:stream';
import { expect, it } from 'vitest';
import { readStdinSecrets } from './stdin-secrets.ts';

const { signal } = new AbortController();
const sudoQuestion = { kind: 'sudo-password', user: 'ann', host: 'portal' } as const;
const passwordQuestion = { kind: 'password', user: 'ann', host: 'portal' } as const;

it('takes a line each, in the order password, passphrase, sudo password, Git password', async () => {
  const secrets = await readStdinSecrets(
    { gitPasswordStdin: true, sudoPasswordStdin: true, passwordStdin: true },
    Readable.from(['pass word\r\nsudo\ntoken\n']),
    signal,
  );
  expect(secrets.answer(passwordQuestion)).toBe('pass word');
  expect(secrets.answer(sudoQuestion)).toBe('sudo');
  expect(secrets.answer({ kind: 'git-password', url: 'https://git.example/x', user: 'ann' })).toBe('token');
  expect(secrets.answer({ kind: 'passphrase', file: 'id' })).toBeUndefined();
});

it('answers a hidden prompt of the server with the password, never a visible one', async () => {
  const secrets = await readStdinSecrets({ passwordStdin: true }, Readable.from(['hunter2\n']), signal);
  expect(secrets.answer({ kind: 'prompt', host: 'h', text: 'Password:', echo: false })).toBe('hunter2');
  expect(secrets.answer({ kind: 'prompt', host: 'h', text: 'Name:', echo: true })).toBeUndefined();
});

it('says which line is missing', async () => {
  const reading = readStdinSecrets({ passwordStdin: true, sudoPasswordStdin: true }, Readable.from(['only\n']), signal);
  await expect(reading).rejects.toMatchObject({ code: 'usage', message: expect.stringContaining('sudo-password') });
});

it('does not touch standard input when nothing is to be read from it', async () => {
  const stdin = new Readable({
    read() {
      throw new Error('read');
    },
  });
  const secrets = await readStdinSecrets({}, stdin, signal);
  expect(secrets.answer(passwordQuestion)).toBeUndefined();
});

it('does not wait for a line when it is cancelled', async () => {
  const cancel = new AbortController();
  const reading = readStdinSecrets({ passwordStdin: true }, new Readable({ read() {} }), cancel.signal);
  cancel.abort();
  await expect(reading).rejects.toMatchObject({ name: 'AbortError' });
});
