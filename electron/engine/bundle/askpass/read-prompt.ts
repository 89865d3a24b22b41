import { printable } from '../../text/printable.ts';

/** What a question of OpenSSH's is about. */
export type SshPrompt =
  | { kind: 'passphrase'; file: string }
  | { kind: 'password'; user: string; host: string }
  | { kind: 'host-key'; host: string; algorithm: string; fingerprint: string }
  /** Asks to go on with a host whose key it does not name, as where name and address are known by different keys. */
  | { kind: 'host-key-unclear' }
  /** The words of the other side. */
  | { kind: 'remote'; host: string; text: string }
  /** Anything else that ssh itself wants to know, such as the PIN of a security key. */
  | { kind: 'own'; text: string };

/** Letters of a question that are shown. */
const mostShown = 600;

/**
 * Tells the questions of ssh apart. From OpenSSH 8.5 on it marks what the other side prompts for (`marked`). An older
 * one hands it on as it is, and a hostile server may then ask just as ssh asks for a passphrase: so everything but the
 * question for a host key, to which it would get nothing but a yes, counts as the words of the other side.
 */
export function readPrompt(text: string, { address, marked }: { address: string; marked: boolean }): SshPrompt {
  const shown = printable(text, mostShown);
  const [, host, words] = /^\([^\r\n]*?@([^@\s()]+)\) ([\s\S]*)$/.exec(text) ?? [];
  if (host !== undefined && words !== undefined) return { kind: 'remote', host, text: printable(words, mostShown) };
  const hostKey = hostKeyOf(text);
  if (hostKey !== undefined) return hostKey;
  if (!marked) return { kind: 'remote', host: address, text: shown };
  const [, file] = /^Enter passphrase for key '([\s\S]+)': *$/.exec(text) ?? [];
  if (file !== undefined) return { kind: 'passphrase', file };
  const [, user, server] = /^([^\r\n]+)@([^@\s]+)'s password: *$/.exec(text) ?? [];
  if (user !== undefined && server !== undefined) return { kind: 'password', user, host: server };
  return { kind: 'own', text: shown };
}

function hostKeyOf(text: string): SshPrompt | undefined {
  if (!/continue connecting \(yes\/no/.test(text)) return undefined;
  const [, host] = /^The authenticity of host '([^\s']+)(?: \([^\r\n]*\))?' can't be established/.exec(text) ?? [];
  const [, type, fingerprint] = /^([\w-]+) key fingerprint is:? ((?:SHA256|MD5):[\w+/=:]+)\.?$/m.exec(text) ?? [];
  if (host === undefined || type === undefined || fingerprint === undefined) return { kind: 'host-key-unclear' };
  return { kind: 'host-key', host, algorithm: algorithms[type] ?? type, fingerprint };
}

/** ssh names a kind of key shorter than the protocol does; of an ECDSA key it does not tell the curve. */
const algorithms: Readonly<Partial<Record<string, string>>> = { ED25519: 'ssh-ed25519', RSA: 'ssh-rsa' };
