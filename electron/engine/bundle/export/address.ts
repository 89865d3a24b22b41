import { SlipwayError } from '../../../../shared/errors.ts';
import { sentence } from '../../../../shared/text/sentence.ts';

/** An address must not be an option, nor one of git's transports that run a command (`ext::sh -c …`). */
export function requireAddress(url: string): void {
  const known =
    /^(?:(?:https?|ssh|git|file):\/\/\S+|[\w.-]+@[\w.-]+:\S+|[\w.-]+:(?!:)\S+|\.{0,2}\/.*|[A-Za-z]:[\\/].*)$/;
  if (!known.test(url) || /\p{Cc}/u.test(url)) {
    throw new SlipwayError('usage', sentence`This is not the address of a Git repository.`, {
      hint: sentence`Use ssh://, https://, git@host:path or the path of a repository on this machine.`,
    });
  }
  if (holdsPassword(url)) {
    throw new SlipwayError('usage', sentence`The address holds a password; no secret is taken from an address.`, {
      hint: sentence`Use ${withoutCredentials(url)} and give the password or token when asked.`,
    });
  }
}

export function requireBranch(branch: string): void {
  if (/^[A-Za-z0-9][\w./-]*$/.test(branch) && !/\.\.|\/\/|\.lock(?:\/|$)|\/\.|[./]$/.test(branch)) return;
  throw new SlipwayError('usage', sentence`"${branch.slice(0, 40)}" is not the name of a branch.`, {
    hint: sentence`Use letters, digits, "-" and "/", such as main.`,
  });
}

/** Also a token that stands in the place of the user: `https://TOKEN@host` is how some hosts show it. */
function holdsPassword(url: string): boolean {
  const [, credentials = ''] = /^[a-z]+:\/\/([^/]*)@/i.exec(url) ?? [];
  const looksLikeToken = /^https?:/i.test(url) && /^(?:gh[a-z]_|github_pat_|glpat-|[0-9a-f]{32,}$)/i.test(credentials);
  return credentials.includes(':') || looksLikeToken;
}

/** The host that an address names, with its port where that is not the one of SSH; empty for a path. */
export function hostOf(url: string): string {
  const [, full] = /^[a-z]+:\/\/(?:[^/@]*@)?([^/]*)/i.exec(url) ?? [];
  if (full !== undefined) return full.replace(/:22$/, '');
  const [, short = ''] = /^(?:[\w.-]+@)?([\w.-]{2,}):/.exec(url) ?? [];
  return short;
}

/** Text in which no address names more than its host: for messages. */
export function withoutCredentials(text: string): string {
  return text.replace(/\/\/[^/\s]*@/g, '//');
}
