import { SlipwayError } from '../../../../shared/errors.ts';
import { sentence } from '../../../../shared/text/sentence.ts';
import { printable } from '../../text/printable.ts';
import type { Attempts } from './attempts.ts';

interface Account {
  user: string;
  host: string;
  /** Why keys were not offered, a sentence each. */
  passedOver: readonly string[];
}

/** Why a server let us in by none of what it was offered. */
export function refusalError({ user, host, passedOver }: Account, attempts: Attempts): SlipwayError {
  const where = `${user}@${host}`;
  if (attempts.refused.size > 0) return answersRefused(where, user, attempts);
  const { keys, unanswered, methods } = attempts;
  const accepted = methods.map((method) => printable(method)).join(', ');
  const tells = [...(accepted === '' ? [] : [sentence`It accepts: ${accepted}.`]), ...passedOver];
  if (keys.length === 0 && unanswered) {
    return new SlipwayError('server.auth', sentence`${where} asks for a password, and none was given.`, {
      hint: sentence`Give the password when asked (--password-stdin), or use a key (--identity FILE).`,
    });
  }
  if (keys.length === 0) return nothingOffered(where, attempts, tells);
  const refused = refusedKeys(where, keys);
  const message = unanswered ? sentence`${refused}, and nobody answered its question for a password.` : `${refused}.`;
  return new SlipwayError('server.auth', message, {
    hint: [
      sentence`Name the right key (--identity FILE), load it with ssh-add, or give the password when asked (--password-stdin).`,
      ...tells,
      sentence`A key counts where its public part stands in the account's ~/.ssh/authorized_keys there (ssh-copy-id).`,
    ].join(' '),
  });
}

function answersRefused(where: string, user: string, { refusedMore, keys }: Attempts): SlipwayError {
  return new SlipwayError('server.auth', whatWasRefused(where, refusedMore, keys), {
    hint: [
      sentence`Check the user name and the password, or use a key (--identity FILE).`,
      user === 'root'
        ? sentence`Many servers let root in with a key only: try your own account and sudo (--sudo).`
        : sentence`Where both are right, the account may be locked, or not be allowed in over SSH.`,
    ].join(' '),
  });
}

function whatWasRefused(where: string, more: boolean, keys: readonly string[]): string {
  if (keys.length === 0) {
    return more
      ? sentence`${where} refused what was answered to its questions.`
      : sentence`${where} refused the password.`;
  }
  const before = refusedKeys(where, keys);
  return more ? sentence`${before}, and what was answered to its questions.` : sentence`${before}, and the password.`;
}

/** No key was at hand, and no way is left that a person could answer. */
function nothingOffered(where: string, { methods }: Attempts, tells: string[]): SlipwayError {
  if (methods.includes('publickey')) {
    return new SlipwayError('server.auth', sentence`${where} wants a key, and none was offered.`, {
      hint: [sentence`Name the right key (--identity FILE), or load it with ssh-add.`, ...tells].join(' '),
    });
  }
  return new SlipwayError('server.auth', sentence`${where} takes neither a key nor a password.`, {
    hint: [sentence`Ask whoever runs the server for an account with a key.`, ...tells].join(' '),
  });
}

/** A server that allows no further try ends the connection itself. */
export function gaveUpError({ user, host }: Account, { keys }: Attempts): SlipwayError {
  const where = `${user}@${host}`;
  const message =
    keys.length === 0
      ? sentence`${where} allows no further try.`
      : sentence`${refusedKeys(where, keys)}, and then allowed no further try.`;
  return new SlipwayError('server.auth', message, {
    hint: sentence`Name the one key (--identity FILE) and set IdentitiesOnly yes in ~/.ssh/config.`,
  });
}

/** Why a server ended the connection without a word; undefined where nothing of the login tells. */
export function hangUpError(
  { user, host }: Account,
  { asking, proven }: Attempts,
  banner: string,
): SlipwayError | undefined {
  const where = `${user}@${host}`;
  if (asking) {
    return new SlipwayError('server.auth', sentence`${where} did not wait for the answer.`, {
      hint: sentence`Servers give about two minutes for a login (LoginGraceTime): try again, and have the answer at hand.`,
    });
  }
  if (!proven) return undefined;
  const said = printable(banner);
  const what = sentence`${where} ended the connection right after the login`;
  const message = said === '' ? `${what}.` : `${what}; ${sentence`it says: ${said}`}`;
  return new SlipwayError('server.auth', message, {
    hint: sentence`The account may have expired or be locked, or the server may be closed for maintenance: ask whoever runs it.`,
  });
}

function refusedKeys(where: string, keys: readonly string[]): string {
  const shown = keys.slice(0, 3).map((key) => printable(key, 80));
  if (shown.length === 1) return sentence`${where} refused the key ${shown[0]}`;
  const listed = shown.join(', ');
  const named = keys.length > shown.length ? sentence`${listed} and ${keys.length - shown.length} more` : listed;
  return sentence`${where} refused the keys ${named}`;
}
