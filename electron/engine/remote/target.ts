import { isIPv6 } from 'node:net';
import { SlipwayError } from '../../../shared/errors.ts';
import { sentence } from '../../../shared/text/sentence.ts';
import { printable } from '../text/printable.ts';
import type { TargetSpec } from './remote-host.ts';

export interface TargetOptions {
  identityFiles?: string[];
  /** Offer no key. */
  signIn?: 'password' | undefined;
  /** Jump hosts, the first one is dialled directly. */
  jump?: string[];
  sudo?: boolean;
  acceptNewHostKey?: boolean;
}

/** `[user@]host[:port]`, as a target and as a jump host are written. */
export interface Destination {
  host: string;
  user?: string;
  port?: number;
}

/**
 * Reads what a person calls a server: `ssh://user@host[:port]`, `user@host`, an alias of `~/.ssh/config`, or `local`.
 * Throws a `usage` error, which never repeats a password that was written into the address.
 */
export function parseTarget(text: string, options: TargetOptions = {}): TargetSpec {
  const common = { sudo: options.sudo ?? false, acceptNewHostKey: options.acceptNewHostKey ?? false };
  if (text === 'local') return { kind: 'local', host: 'local', ...common };
  return {
    kind: 'ssh',
    ...parseDestination(text),
    ...common,
    ...(options.signIn === undefined ? {} : { signIn: options.signIn }),
    ...(options.identityFiles?.length ? { identityFiles: options.identityFiles } : {}),
    ...(options.jump?.length ? { jump: options.jump } : {}),
  };
}

export function parseDestination(text: string): Destination {
  const isUrl = text.startsWith('ssh://');
  if (!isUrl && text.includes('://')) throw unusable(text, sentence`only ssh:// is known here`);
  const address = isUrl ? text.slice('ssh://'.length).replace(/\/$/, '') : text;
  const at = address.lastIndexOf('@');
  const user = at < 0 ? undefined : parseUser(address.slice(0, at), isUrl);
  const { host, port } = parseHost(address.slice(at + 1), text);
  return { host, ...(user === undefined ? {} : { user }), ...(port === undefined ? {} : { port }) };
}

function parseUser(text: string, isUrl: boolean): string {
  if (text.includes(':')) {
    throw new SlipwayError('usage', sentence`The target holds a password; no secret is taken from an argument.`, {
      hint: sentence`Write ssh://user@host and give the password when asked (--password-stdin).`,
    });
  }
  const user = isUrl ? percentDecoded(text) : text;
  if (!/^[^\s\p{Cc}:/@-][^\s\p{Cc}:/]*$/u.test(user)) {
    throw new SlipwayError('usage', sentence`“${printable(user)}” is not a user name.`, { hint });
  }
  return user;
}

function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw unusable(text, sentence`its user name is not percent-encoded correctly`);
  }
}

function parseHost(text: string, whole: string): { host: string; port: number | undefined } {
  if (isIPv6(text)) return { host: text, port: undefined };
  const parts = /^(?:\[(?<v6>[^\]]*)\]|(?<name>[^:[\]]*))(?::(?<port>.*))?$/.exec(text)?.groups;
  if (parts === undefined) throw unusable(whole, sentence`an IPv6 address with a port is written [address]:port`);
  if (parts.v6 !== undefined && !isIPv6(parts.v6))
    throw unusable(whole, sentence`what is in brackets is no IPv6 address`);
  const host = parts.v6 ?? parts.name ?? '';
  if (!/^[\p{L}\p{N}_][\p{L}\p{N}_.:%-]*$/u.test(host) && parts.v6 === undefined) {
    throw unusable(
      whole,
      host === '' ? sentence`it names no host` : sentence`its host name holds characters that no host name has`,
    );
  }
  return { host, port: parts.port === undefined ? undefined : parsePort(parts.port, whole) };
}

function parsePort(text: string, whole: string): number {
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port < 1 || port > 65535) throw unusable(whole, sentence`its port is not 1–65535`);
  return port;
}

const hint = sentence`Write ssh://user@host[:port], user@host, an alias of ~/.ssh/config, or local.`;

function unusable(text: string, why: string): SlipwayError {
  // A password may stand before the @: only what follows it is repeated.
  const shown = printable(text.slice(text.lastIndexOf('@') + 1));
  return new SlipwayError('usage', sentence`“${shown}” is not a server's address: ${why}.`, { hint });
}
