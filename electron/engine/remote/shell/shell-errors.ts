import { SlipwayError } from '../../../../shared/errors.ts';
import { printable } from '../../text/printable.ts';

const noShellHint = 'Connect as an account whose login shell is a POSIX shell, without ForceCommand.';

/** The account runs something else than our command; `stdout` and `stderr` are what that said. */
export function noShellError(label: string, stdout: Buffer, stderr: Buffer): SlipwayError {
  const said = printable(Buffer.concat([stdout, stderr]).toString());
  const detail = said === '' ? '' : `; it says: ${said}`;
  return new SlipwayError('server.no-shell', `${label} gives no POSIX shell${detail}`, { hint: noShellHint });
}

export function silentShellError(label: string, seconds: number): SlipwayError {
  return new SlipwayError('server.no-shell', `${label} started no command within ${seconds} seconds.`, {
    hint: noShellHint,
  });
}

export function silentSudoError(label: string, seconds: number): SlipwayError {
  return new SlipwayError('server.sudo', `No root on ${label}: sudo started nothing within ${seconds} seconds.`, {
    hint: 'It may ask for more than a password, such as a one-time code: connect as root, or allow NOPASSWD.',
  });
}

const sudoFailures: { pattern: RegExp; what: string; hint: string }[] = [
  {
    pattern: /must have a tty|no tty present|terminal is required/i,
    what: 'sudo asks for a terminal (requiretty)',
    hint: 'Add “Defaults:USER !requiretty” to sudoers for this account, or connect as root.',
  },
  {
    pattern: /not in the sudoers|not allowed to (?:run sudo|execute)|may not run sudo/i,
    what: 'the account may not run /bin/sh as root with sudo',
    hint: 'Have it added to sudoers, connect as another account, or go without --sudo and see what stays unread.',
  },
  {
    pattern: /incorrect password|try again|authentication failure/i,
    what: 'sudo refused the password',
    hint: 'Type the password that sudo wants on that server: mostly the account’s own.',
  },
  {
    pattern: /command not found/i,
    what: 'sudo is not installed',
    hint: 'Connect as root, or go without --sudo and see what stays unread.',
  },
];

/** Why sudo did not start the command. A password that sudo was given never shows. */
export function sudoError(label: string, stderr: Buffer, given: string | undefined): SlipwayError {
  const text = stderr.toString();
  const said = printable(given === undefined || given === '' ? text : text.replaceAll(given, '…'));
  const known = sudoFailures.find(({ pattern }) => pattern.test(said)) ?? {
    what: said === '' ? 'sudo ended without a word' : `sudo says: ${said}`,
    hint: 'Try “sudo -S true” on the server as this account.',
  };
  return new SlipwayError('server.sudo', `No root on ${label}: ${known.what}.`, { hint: known.hint });
}

export function noSudoPasswordError(label: string): SlipwayError {
  return new SlipwayError('server.sudo', `No root on ${label}: sudo asks for a password and none was given.`, {
    hint: 'Type it when asked, or give it with --sudo-password-stdin.',
  });
}
