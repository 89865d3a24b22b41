import { type ErrorCode, SlipwayError } from '../../../../shared/errors.ts';
import { sentence } from '../../../../shared/text/sentence.ts';
import { printable } from '../../text/printable.ts';
import { tellingLine } from '../run-git.ts';
import { withoutCredentials } from './address.ts';

interface Failure {
  pattern: RegExp;
  code: ErrorCode;
  what: (place: string) => string;
  hint: string;
}

/** What git, curl and ssh say, in the order in which it counts. */
const failures: Failure[] = [
  {
    pattern: /\[rejected\].*\((?:fetch first|non-fast-forward|stale info)\)|Updates were rejected because/,
    code: 'git.rejected',
    what: (place) => sentence`${place} has commits on this branch that are not here`,
    hint: sentence`Choose another branch; or bring them here first: git pull --rebase ADDRESS BRANCH in the project’s folder.`,
  },
  {
    pattern: /\[remote rejected\]|pre-receive hook declined|protected branch/i,
    code: 'git.rejected',
    what: (place) => sentence`${place} does not take this push`,
    hint: sentence`The branch may be protected, or a file too large: choose another branch, or ask who runs the repository.`,
  },
  {
    pattern: /REMOTE HOST IDENTIFICATION HAS CHANGED|REVOKED HOST KEY DETECTED/,
    code: 'git.failed',
    what: (place) => sentence`${place} shows another host key than the one that is known, or one that is revoked`,
    hint: sentence`Do not go on before whoever runs it says why. Only if it was really given a new key: ssh-keygen -R HOST removes the old one.`,
  },
  {
    pattern: /Host key verification failed/i,
    code: 'git.failed',
    what: (place) => sentence`${place} shows a host key that is not known`,
    hint: sentence`Connect once by hand and compare the fingerprint: ssh -T followed by user and host.`,
  },
  {
    pattern: /Permission denied \(|publickey|Too many authentication failures/i,
    code: 'git.auth',
    what: (place) => sentence`${place} takes none of the SSH keys offered`,
    hint: sentence`Add the key to the agent (ssh-add) and to the account at the Git host; ~/.ssh/config can name it.`,
  },
  {
    pattern: /returned error: 403|Permission to .* denied|not allowed to push/i,
    code: 'git.auth',
    what: (place) => sentence`${place} does not allow this account to push`,
    hint: sentence`Use an account or token that may write to this repository.`,
  },
  {
    pattern:
      /could not read (?:Username|Password)|terminal prompts disabled|Authentication failed|returned error: 401|invalid (?:username|credentials)|Access denied|told us to quit/i,
    code: 'git.auth',
    what: (place) => sentence`${place} refuses the login`,
    hint: sentence`Check user and password; most Git hosts want a token with the right to write in place of the password.`,
  },
  {
    pattern: /Could not resolve host(?:name)?|Name or service not known|Temporary failure in name resolution/i,
    code: 'git.unreachable',
    what: (place) => sentence`${place} is a name that cannot be resolved`,
    hint: sentence`Check the address, the DNS and the VPN.`,
  },
  {
    pattern:
      /Connection (?:refused|timed out|reset)|Failed to connect|Could(?: not|n't) connect|Network is unreachable|No route to host|Operation timed out|unable to connect|Empty reply/i,
    code: 'git.unreachable',
    what: (place) => sentence`${place} cannot be reached`,
    hint: sentence`Check the address, the network, the VPN and the proxy (git config http.proxy).`,
  },
  {
    pattern: /certificate|SSL|TLS/,
    code: 'git.unreachable',
    what: (place) => sentence`${place} cannot be trusted`,
    hint: sentence`Let Git know the company’s certificate authority: git config --global http.sslCAInfo FILE.`,
  },
  {
    pattern: /[Rr]epository .*not found|does not (?:appear to be a git repository|exist)|returned error: 404|not found/,
    code: 'git.failed',
    what: (place) => sentence`${place} has no such repository, or hides it from this account`,
    hint: sentence`Make an empty repository there first, and check the address.`,
  },
];

/** Why a push failed, out of what git wrote; without anything that stood in the address. */
export function pushError(stderr: string, url: string): SlipwayError {
  const said = withoutCredentials(stderr);
  const failure = failures.find(({ pattern }) => pattern.test(said));
  const place = printable(withoutCredentials(url));
  const line = printable(wordsOf(said), mostSaid);
  if (failure === undefined) {
    return new SlipwayError('git.failed', sentence`Git could not push to ${place}: ${line}`, {
      hint: sentence`Try the same by hand in the project’s folder: git push ADDRESS HEAD:BRANCH`,
    });
  }
  return new SlipwayError(failure.code, `${failure.what(place)}: ${line}`, { hint: failure.hint });
}

/** Letters of what git and the other side say: a Git host explains a refusal in a few lines. */
const mostSaid = 600;

/** What the other side says about a refusal tells more than git’s own summary. */
function wordsOf(said: string): string {
  const lines = said.split(/[\r\n]+/);
  const rejected = lines.find((line) => /\[(?:remote )?rejected\]/.test(line));
  if (rejected === undefined) return tellingLine(said);
  const summary = rejected.replace(/^.*\[((?:remote )?rejected)\]\s*/, '$1: ');
  return [summary, ...explanationOf(lines)].join(' | ');
}

/** What a hook or a Git host wrote for a person, without its progress and its frames of signs. */
function explanationOf(lines: readonly string[]): string[] {
  return lines
    .flatMap((line) => /^remote:\s*(.*)$/.exec(line)?.[1]?.trim() ?? [])
    .filter((line) => /\p{L}/u.test(line) && !/^(?:Resolving deltas|Counting objects|Compressing objects):/.test(line));
}

/** Whether another login may help. */
export function isLoginRefused(error: SlipwayError): boolean {
  return error.code === 'git.auth';
}
