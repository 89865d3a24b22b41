import { describe, expect, test } from 'vitest';
import { noShellError, sudoError } from './shell-errors.ts';

describe('sudoError', () => {
  test.each([
    ['sudo: sorry, you must have a tty to run sudo', 'terminal'],
    ['sudo: no tty present and no askpass program specified', 'terminal'],
    ['alice is not in the sudoers file.  This incident will be reported.', 'may not run'],
    ["Sorry, user alice is not allowed to execute '/bin/sh -c x' as root on portal.", 'may not run'],
    ['Sorry, user alice may not run sudo on portal.', 'may not run'],
    ['sudo: 1 incorrect password attempt', 'refused the password'],
    ['Sorry, try again.\n', 'refused the password'],
    ['sudo: command not found', 'not installed'],
    ['sudo: effective uid is not 0', 'effective uid'],
    ['', 'without a word'],
  ])('“%s”', (text, part) => {
    const error = sudoError('alice@portal:22', Buffer.from(text), undefined);
    expect(error).toMatchObject({ code: 'server.sudo', hint: expect.any(String) });
    expect(error.message).toContain(part);
  });

  test('hides a password that the server sends back', () => {
    const error = sudoError('portal', Buffer.from('sudo: who is hunter2?\x07'), 'hunter2');
    expect(error.message).not.toContain('hunter2');
    expect(error.message).toContain('who is …?');
  });
});

test('noShellError repeats what was said on one line', () => {
  const error = noShellError('portal', Buffer.from('No\r\nentry\x1b[0m'), Buffer.from('!'));
  expect(error).toMatchObject({ code: 'server.no-shell', message: expect.stringContaining('No entry') });
  expect(error.message).not.toMatch(/\p{Cc}/u);
});
