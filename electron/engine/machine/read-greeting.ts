import type { ServerGreeting } from '../../../shared/model/machine.ts';
import { readAssignments } from '../probes/system/release.ts';
import { printable } from '../text/printable.ts';

/** What greet.sh wrote, as data. The server's words are made safe to show. */
export function readGreeting(text: string): Omit<ServerGreeting, 'hostKey'> {
  const fields = readAssignments(text);
  const field = (name: string) => printable(fields.get(name) ?? '');
  return {
    hostname: field('GREET_HOSTNAME'),
    os: field('PRETTY_NAME') || field('NAME') || 'Linux',
    kernel: field('GREET_KERNEL'),
    architecture: field('GREET_ARCHITECTURE'),
    user: field('GREET_USER'),
    sudo: field('GREET_UID') === '0' ? 'root' : sudoState(field('GREET_SUDO')),
  };
}

/**
 * sudo asks for the password before it says whether the account may do anything, so `password` does not promise that
 * it may. Empty: there is no sudo.
 */
function sudoState(answer: string): ServerGreeting['sudo'] {
  if (answer === '0') return 'free';
  if (/must have a tty|no tty present/i.test(answer)) return 'terminal';
  return /password is required|a terminal is required to read the password/i.test(answer) ? 'password' : 'none';
}
