import { SlipwayError } from '../../../../shared/errors.ts';
import { sentence } from '../../../../shared/text/sentence.ts';
import { printable } from '../../text/printable.ts';
import { expiredPasswordError } from '../handshake.ts';

const noShellHint = sentence`Connect as an account whose login shell is a POSIX shell, without ForceCommand.`;

/** The account runs something else than our command; `stdout` and `stderr` are what that said. */
export function noShellError(label: string, stdout: Buffer, stderr: Buffer): SlipwayError {
  const said = printable(Buffer.concat([stdout, stderr]).toString());
  // sshd then runs passwd in place of every command, and that wants a terminal.
  if (/password has expired|password change required|required to change your password/i.test(said)) {
    return expiredPasswordError(label);
  }
  const what = sentence`${label} gives no POSIX shell`;
  const message = said === '' ? what : `${what}; ${sentence`it says: ${said}`}`;
  return new SlipwayError('server.no-shell', message, { hint: noShellHint });
}

export function silentShellError(label: string, seconds: number): SlipwayError {
  return new SlipwayError('server.no-shell', sentence`${label} started no command within ${seconds} s.`, {
    hint: noShellHint,
  });
}

export function silentSudoError(label: string, seconds: number): SlipwayError {
  return new SlipwayError('server.sudo', sentence`No root on ${label}: sudo started nothing within ${seconds} s.`, {
    hint: sentence`It may ask for more than a password, such as a one-time code: connect as root, or allow NOPASSWD.`,
  });
}

const sudoFailures: { pattern: RegExp; what: string; hint: string }[] = [
  {
    pattern: /must have a tty|no tty present|terminal is required/i,
    what: sentence`sudo asks for a terminal (requiretty)`,
    hint: sentence`Add “Defaults:USER !requiretty” to sudoers for this account, or connect as root.`,
  },
  {
    pattern: /not in the sudoers|not allowed to (?:run sudo|execute)|may not run sudo/i,
    what: sentence`the account may not run /bin/sh as root with sudo`,
    hint: sentence`Have it added to sudoers, connect as another account, or go without sudo and see what stays unread.`,
  },
  {
    pattern: /incorrect password|try again|authentication failure/i,
    what: sentence`sudo refused the password`,
    hint: sentence`Type the password that sudo wants on that server: mostly the account’s own.`,
  },
  {
    pattern: /command not found/i,
    what: sentence`sudo is not installed`,
    hint: sentence`Connect as root, or go without sudo and see what stays unread.`,
  },
];

/** Why sudo did not start the command. A password that sudo was given never shows. */
export function sudoError(label: string, stderr: Buffer, given: string | undefined): SlipwayError {
  const text = stderr.toString();
  const said = printable(given === undefined || given === '' ? text : text.replaceAll(given, '…'));
  const known = sudoFailures.find(({ pattern }) => pattern.test(said)) ?? {
    what: said === '' ? sentence`sudo ended without a word` : sentence`sudo says: ${said}`,
    hint: sentence`Try “sudo -S true” on the server as this account.`,
  };
  return new SlipwayError('server.sudo', sentence`No root on ${label}: ${known.what}.`, { hint: known.hint });
}

export function noSudoPasswordError(label: string): SlipwayError {
  return new SlipwayError('server.sudo', sentence`No root on ${label}: sudo asks for a password and none was given.`, {
    hint: sentence`Type it when asked (--sudo-password-stdin).`,
  });
}
