import { createPrivateKey } from 'node:crypto';
import { createRequire } from 'node:module';
import type { ParsedKey } from 'ssh2';
import { sentence } from '../../../../shared/text/sentence.ts';

// ssh2 is CommonJS, and Node cannot see this one of its exports by name.
const { utils } = createRequire(import.meta.url)('ssh2') as typeof import('ssh2');

export type PrivateKeyText =
  | { kind: 'open'; key: ParsedKey }
  /** `publicKey` is known where the file or its `.pub` tells it without the passphrase. */
  | { kind: 'locked'; publicKey: ParsedKey | undefined }
  /** A public key: what is private is in the agent, or nowhere. */
  | { kind: 'public'; publicKey: ParsedKey }
  | { kind: 'unusable'; why: string; hint?: string };

/** What a private key file holds. `publicText` is the content of the `.pub` file beside it, if there is one. */
export function readPrivateKey(text: string, publicText: string | undefined): PrivateKeyText {
  const key = parse(text, undefined);
  if (!(key instanceof Error)) {
    return key.isPrivateKey() ? { kind: 'open', key } : { kind: 'public', publicKey: key };
  }
  if (isForeignPutty(text)) {
    return {
      kind: 'unusable',
      why: sentence`it is a key of PuTTY, in a form that only PuTTY reads`,
      hint: sentence`Make an OpenSSH key of it: in PuTTYgen by Conversions, Export OpenSSH key; or puttygen KEY.ppk -O private-openssh -o KEY`,
    };
  }
  if (!isEncrypted(text)) return { kind: 'unusable', why: sentence`it is no private key of a known format` };
  return { kind: 'locked', publicKey: embeddedPublicKey(text) ?? parsed(publicText) };
}

/** The key, or undefined where the passphrase does not open it. */
export function unlockPrivateKey(text: string, passphrase: string): ParsedKey | undefined {
  const key = parse(text, passphrase);
  return key instanceof Error || !key.isPrivateKey() ? undefined : key;
}

function parse(text: string, passphrase: string | undefined): ParsedKey | Error {
  try {
    const key = utils.parseKey(isPkcs8(text) ? fromPkcs8(text, passphrase) : text, passphrase);
    // ssh2 gives a list for OpenSSH's format, which could hold several keys and never does.
    return Array.isArray(key) ? (key[0] ?? new Error('no key')) : key;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

function isPkcs8(text: string): boolean {
  return /^-----BEGIN (?:ENCRYPTED )?PRIVATE KEY-----/m.test(text);
}

/** ssh2 does not read PKCS #8; Node writes what it holds in the older form that ssh2 reads. */
function fromPkcs8(text: string, passphrase: string | undefined): string {
  const key = createPrivateKey({ key: text, ...(passphrase === undefined ? {} : { passphrase }) });
  const type = key.asymmetricKeyType === 'ec' ? 'sec1' : 'pkcs1';
  return key.export({ type, format: 'pem' }).toString();
}

/** ssh2 reads PuTTY's older form, of RSA and DSA keys. */
function isForeignPutty(text: string): boolean {
  return text.startsWith('PuTTY-User-Key-File-') && !/^PuTTY-User-Key-File-2: ssh-(?:rsa|dss)\b/.test(text);
}

function isEncrypted(text: string): boolean {
  const cipher = opensshFields(text)?.cipher.toString('latin1');
  if (cipher !== undefined) return cipher !== 'none';
  return /^-----BEGIN ENCRYPTED PRIVATE KEY-----|^Proc-Type: 4,ENCRYPTED|^Encryption: (?!none)/m.test(text);
}

function embeddedPublicKey(text: string): ParsedKey | undefined {
  const blob = opensshFields(text)?.publicKey;
  if (blob === undefined) return undefined;
  const type = blob.length < 4 ? '' : blob.toString('latin1', 4, 4 + blob.readUInt32BE(0));
  return parsed(`${type} ${blob.toString('base64')}`);
}

function parsed(text: string | undefined): ParsedKey | undefined {
  if (text === undefined) return undefined;
  const key = parse(text, undefined);
  return key instanceof Error ? undefined : key;
}

/** Cipher and public key of OpenSSH's own format (PROTOCOL.key): what can be read without the passphrase. */
function opensshFields(text: string): { cipher: Buffer; publicKey: Buffer } | undefined {
  const body = /-----BEGIN OPENSSH PRIVATE KEY-----([^-]+)-----END/.exec(text)?.[1];
  const data = Buffer.from(body ?? '', 'base64');
  const magic = 'openssh-key-v1\0';
  if (data.toString('latin1', 0, magic.length) !== magic) return undefined;
  try {
    const [cipher, , options] = fields(data, magic.length, 3);
    if (cipher === undefined || options === undefined) return undefined;
    // After the key derivation's options stands the number of keys.
    const [publicKey] = fields(data, options.end + 4, 1);
    return publicKey && { cipher: cipher.value, publicKey: publicKey.value };
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function fields(data: Buffer, start: number, count: number): { value: Buffer; end: number }[] {
  const found: { value: Buffer; end: number }[] = [];
  for (let at = start; found.length < count; ) {
    const end = at + 4 + data.readUInt32BE(at);
    found.push({ value: data.subarray(at + 4, end), end });
    at = end;
  }
  return found;
}
