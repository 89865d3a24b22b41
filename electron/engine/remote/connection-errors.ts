import { type ErrorCode, SlipwayError } from '../../../shared/errors.ts';
import { printable } from '../text/printable.ts';

/** Where an attempt went, for messages. */
export interface Endpoint {
  host: string;
  port: number;
}

const byNetworkCode: Record<string, { code: ErrorCode; what: string; hint: string }> = {
  ENOTFOUND: {
    code: 'server.unknown-host',
    what: 'is not a host name that can be resolved',
    hint: 'Check the spelling, the DNS or VPN, and the Host entries of ~/.ssh/config.',
  },
  ECONNREFUSED: {
    code: 'server.refused',
    what: 'refuses connections on that port',
    hint: 'Check that sshd runs there and listens on that port: ssh://user@host:PORT.',
  },
  EHOSTUNREACH: {
    code: 'server.refused',
    what: 'cannot be reached',
    hint: 'Check the network, the VPN and the firewall, or go through a jump host with --jump HOST.',
  },
  ETIMEDOUT: {
    code: 'server.timeout',
    what: 'did not answer in time',
    hint: 'Check the address and the firewall, or go through a jump host with --jump HOST.',
  },
  ECONNRESET: {
    code: 'server.dropped',
    what: 'closed the connection',
    hint: 'Look at the log of sshd on the server: it may allow neither this address nor more connections.',
  },
};

const sameAs: Record<string, string> = {
  EAI_AGAIN: 'ENOTFOUND',
  EAI_NODATA: 'ENOTFOUND',
  ENETUNREACH: 'EHOSTUNREACH',
  EHOSTDOWN: 'EHOSTUNREACH',
  ENETDOWN: 'EHOSTUNREACH',
  EPIPE: 'ECONNRESET',
};

/** A failure of the network as an error for a person; undefined where it is none. */
export function networkError(error: unknown, { host, port }: Endpoint): SlipwayError | undefined {
  const code = networkCode(error);
  const known = byNetworkCode[sameAs[code] ?? code];
  if (known === undefined) return undefined;
  const subject = known.code === 'server.unknown-host' ? `“${printable(host)}”` : address({ host, port });
  return new SlipwayError(known.code, `${subject} ${known.what}.`, { hint: known.hint, cause: error });
}

/** Node tries every address of a name and then reports the failures together. */
function networkCode(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return networkCode(error.errors[0]);
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

export function timeoutError(endpoint: Endpoint, seconds: number): SlipwayError {
  return new SlipwayError('server.timeout', `${address(endpoint)} did not answer within ${seconds} seconds.`, {
    hint: 'Check the address and the firewall; ConnectTimeout in ~/.ssh/config gives a slow server more time.',
  });
}

export function droppedError(label: string, cause?: unknown): SlipwayError {
  return new SlipwayError('server.dropped', `The connection to ${label} was lost.`, {
    hint: 'Check the network and whether the server was restarted, then start again.',
    cause,
  });
}

/** What ssh2 reports before a connection is up, as an error for a person. `heard`: whether the server said anything. */
export function handshakeError(error: Error & { level?: string }, endpoint: Endpoint, heard: boolean): SlipwayError {
  const network = networkError(error, endpoint);
  if (network !== undefined) return network;
  const said = printable(error.message);
  const { code, what, hint } = heard ? kindOf(said) : silence;
  return new SlipwayError(code, `${address(endpoint)} ${what}: ${said}.`, { hint, cause: error });
}

interface HandshakeFailure {
  code: ErrorCode;
  what: string;
  hint: string;
}

const handshakeFailures: (HandshakeFailure & { pattern: RegExp })[] = [
  {
    pattern: /too many authentication failures/i,
    code: 'server.auth',
    what: 'gave up',
    hint: 'Name the one key with --identity FILE and set IdentitiesOnly yes in ~/.ssh/config.',
  },
  {
    pattern: /no matching/i,
    code: 'server.protocol',
    what: 'and we have no algorithm in common',
    hint: 'Allow more in its sshd_config, such as curve25519-sha256, aes128-gcm@openssh.com and hmac-sha2-256.',
  },
  {
    pattern: /before handshake|identification|protocol version/i,
    code: 'server.protocol',
    what: 'does not speak SSH as we do',
    hint: 'Check that the port is that of an SSH server (protocol 2).',
  },
];

const silence: HandshakeFailure = {
  code: 'server.dropped',
  what: 'hung up without a word',
  hint: 'Check that sshd listens on that port, and whether it locks this address out (MaxStartups, fail2ban).',
};

const otherEnd: HandshakeFailure = {
  code: 'server.dropped',
  what: 'ended the connection',
  hint: 'Look at the log of sshd on the server.',
};

function kindOf(said: string): HandshakeFailure {
  return handshakeFailures.find(({ pattern }) => pattern.test(said)) ?? otherEnd;
}

/** `host:port`, with an IPv6 address in brackets. */
export function address({ host, port }: Endpoint): string {
  return host.includes(':') ? `[${printable(host)}]:${port}` : `${printable(host)}:${port}`;
}
