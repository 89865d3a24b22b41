import { expect, test } from 'vitest';
import { readGreeting } from './read-greeting.ts';

const plain = `PRETTY_NAME="Debian GNU/Linux 11 (bullseye)"
NAME="Debian GNU/Linux"
GREET_HOSTNAME=portal
GREET_KERNEL=Linux 5.10.0-28-amd64
GREET_ARCHITECTURE=x86_64
GREET_USER=deploy
GREET_UID=1000
`;

test('tells the machine and the account', () => {
  expect(readGreeting(plain)).toEqual({
    hostname: 'portal',
    os: 'Debian GNU/Linux 11 (bullseye)',
    kernel: 'Linux 5.10.0-28-amd64',
    architecture: 'x86_64',
    user: 'deploy',
    sudo: 'none',
  });
});

test.each([
  ['0', 'free'],
  ['sudo: a password is required', 'password'],
  ['Sorry, user deploy may not run sudo on portal.', 'none'],
  ['sudo: sorry, you must have a tty to run sudo', 'terminal'],
  ['65534', 'none'],
])('sudo says %j', (answer, sudo) => {
  expect(readGreeting(`${plain}GREET_SUDO=${answer}\n`).sudo).toBe(sudo);
});

test('root needs no sudo', () => {
  expect(readGreeting(plain.replace('GREET_UID=1000', 'GREET_UID=0')).sudo).toBe('root');
});

test('makes hostile words harmless', () => {
  const greeting = readGreeting('GREET_HOSTNAME=\u001b]0;title\u0007portal\u202e\n');
  expect(greeting).toMatchObject({ hostname: ']0;title portal', os: 'Linux', user: '' });
});
