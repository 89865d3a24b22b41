import { type ErrorCode, SlipwayError } from '../../../shared/errors.ts';
import { ownValue } from '../../../shared/text/own-value.ts';
import { sentence } from '../../../shared/text/sentence.ts';
import { printable } from '../text/printable.ts';

/** Where an attempt went, for messages. */
export interface Endpoint {
  host: string;
  port: number;
}

const byNetworkCode: Record<string, { code: ErrorCode; what: (where: string) => string; hint: string }> = {
  ENOTFOUND: {
    code: 'server.unknown-host',
    what: (where) => sentence`${where} is not a host name that can be resolved.`,
    hint: sentence`Check the spelling, the DNS or VPN, and the Host entries of ~/.ssh/config.`,
  },
  ECONNREFUSED: {
    code: 'server.refused',
    what: (where) => sentence`${where} refuses connections on that port.`,
    hint: sentence`Check that sshd runs there and listens on that port: ssh://user@host:PORT.`,
  },
  EHOSTUNREACH: {
    code: 'server.refused',
    what: (where) => sentence`${where} cannot be reached.`,
    hint: sentence`Check the network, the VPN and the firewall, or go through a jump host (--jump HOST).`,
  },
  ETIMEDOUT: {
    code: 'server.timeout',
    what: (where) => sentence`${where} did not answer in time.`,
    hint: sentence`Check the address and the firewall, or go through a jump host (--jump HOST).`,
  },
  ECONNRESET: {
    code: 'server.dropped',
    what: (where) => sentence`${where} closed the connection.`,
    hint: sentence`Look at the log of sshd on the server: it may allow neither this address nor more connections.`,
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
  const known = ownValue(byNetworkCode, ownValue(sameAs, code) ?? code);
  if (known === undefined) return undefined;
  const subject = known.code === 'server.unknown-host' ? `“${printable(host)}”` : address({ host, port });
  return new SlipwayError(known.code, known.what(subject), { hint: known.hint, cause: error });
}

/** Node tries every address of a name and then reports the failures together. */
function networkCode(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return networkCode(error.errors[0]);
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

export function timeoutError(endpoint: Endpoint, seconds: number): SlipwayError {
  return new SlipwayError('server.timeout', sentence`${address(endpoint)} did not answer within ${seconds} s.`, {
    hint: sentence`Check the address and the firewall; ConnectTimeout in ~/.ssh/config gives a slow server more time.`,
  });
}

export function droppedError(label: string, cause?: unknown): SlipwayError {
  return new SlipwayError('server.dropped', sentence`The connection to ${label} was lost.`, {
    hint: sentence`Check the network and whether the server was restarted, then start again.`,
    cause,
  });
}

/**
 * Something else than SSH listens there; undefined where nothing was said, or what SSH says. An SSH server may say other
 * lines before its own (RFC 4253, 4.2), so this is for when it is clear that nothing more comes.
 */
export function otherServiceError(endpoint: Endpoint, said: string): SlipwayError | undefined {
  if (said === '' || /^SSH-/m.test(said)) return undefined;
  const [line = ''] = said.trim().split(/[\r\n]/);
  const where = address(endpoint);
  const message = /^[ -~\t]+$/.test(line)
    ? sentence`${where} is no SSH server: it says “${printable(line, 80)}”.`
    : sentence`${where} is no SSH server: it says something else.`;
  return new SlipwayError('server.protocol', message, {
    hint: sentence`Check the port: sshd listens on 22, or on what its sshd_config names under Port.`,
  });
}

/** What ssh2 reports before a connection is up, as an error for a person. `heard`: whether the server said anything. */
export function handshakeError(error: Error & { level?: string }, endpoint: Endpoint, heard: boolean): SlipwayError {
  const network = networkError(error, endpoint);
  if (network !== undefined) return network;
  const said = printable(error.message);
  const { code, what, hint } = heard ? kindOf(said) : silence;
  return new SlipwayError(code, `${what(address(endpoint))}: ${said}.`, { hint, cause: error });
}

interface HandshakeFailure {
  code: ErrorCode;
  what: (where: string) => string;
  hint: string;
}

const handshakeFailures: (HandshakeFailure & { pattern: RegExp })[] = [
  {
    pattern: /no matching/i,
    code: 'server.protocol',
    what: (where) => sentence`${where} and we have no algorithm in common`,
    hint: sentence`Allow more in its sshd_config, such as curve25519-sha256, aes128-gcm@openssh.com and hmac-sha2-256.`,
  },
  {
    pattern: /before handshake|identification|protocol version/i,
    code: 'server.protocol',
    what: (where) => sentence`${where} does not speak SSH as we do`,
    hint: sentence`Check that the port is that of an SSH server (protocol 2).`,
  },
];

const silence: HandshakeFailure = {
  code: 'server.dropped',
  what: (where) => sentence`${where} hung up without a word`,
  hint: sentence`Check that sshd listens on that port, and whether it locks this address out (MaxStartups, fail2ban).`,
};

const otherEnd: HandshakeFailure = {
  code: 'server.dropped',
  what: (where) => sentence`${where} ended the connection`,
  hint: sentence`Look at the log of sshd on the server.`,
};

function kindOf(said: string): HandshakeFailure {
  return handshakeFailures.find(({ pattern }) => pattern.test(said)) ?? otherEnd;
}

/** `host:port`, with an IPv6 address in brackets. */
export function address({ host, port }: Endpoint): string {
  return host.includes(':') ? `[${printable(host)}]:${port}` : `${printable(host)}:${port}`;
}
