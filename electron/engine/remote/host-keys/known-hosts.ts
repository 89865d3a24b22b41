import { createHash, createHmac, randomBytes } from 'node:crypto';
import { matchesPatternList } from '../ssh-config/wildcard.ts';

/** One record of a known_hosts file, as sshd(8) describes it under SSH_KNOWN_HOSTS FILE FORMAT. */
export interface KnownHost {
  file: string;
  /** From 1. */
  line: number;
  marker: 'none' | 'revoked' | 'cert-authority';
  /** Patterns with commas, or `|1|salt|hash`. */
  hosts: string;
  keyType: string;
  key: Buffer;
}

export type HostKeyVerdict =
  | { kind: 'known' }
  | { kind: 'unknown' }
  /** The host is known, by other keys than this one. */
  | { kind: 'changed'; by: KnownHost }
  | { kind: 'revoked'; by: KnownHost }
  /** Trusted through a certificate authority only, which we cannot check. */
  | { kind: 'cert-authority'; by: KnownHost };

/** The records of one file; lines that are no records (comments, SSH 1 keys, damage) are passed over as OpenSSH does. */
export function parseKnownHosts(text: string, file: string): KnownHost[] {
  return text.split('\n').flatMap((content, index) => {
    const fields = content.trim().split(/[ \t]+/);
    const marker = markers.get(fields[0] ?? '');
    const [hosts, keyType, encoded] = marker === undefined ? fields : fields.slice(1);
    if (!hosts || hosts.startsWith('#') || hosts.startsWith('@') || !keyType || !encoded) return [];
    const key = Buffer.from(encoded, 'base64');
    if (keyTypeOf(key) !== keyType) return [];
    return [{ file, line: index + 1, marker: marker ?? 'none', hosts, keyType, key }];
  });
}

const markers = new Map<string, KnownHost['marker']>([
  ['@revoked', 'revoked'],
  ['@cert-authority', 'cert-authority'],
]);

/** The names under which a host stands in known_hosts, the one to record it by first. */
export function knownHostNames(host: string, port: number): string[] {
  const name = host.toLowerCase();
  // OpenSSH, too, takes a key that is known without the port for the same host on another port.
  return port === 22 ? [name] : [`[${name}]:${port}`, name];
}

/** What known_hosts says about a host's key. `names` as {@link knownHostNames} gives them. */
export function judgeHostKey(records: readonly KnownHost[], names: readonly string[], key: Buffer): HostKeyVerdict {
  const [name] = names;
  const ours = records.filter((record) => name !== undefined && matchesHost(record, name));
  const anyName = records.filter((record) => names.some((candidate) => matchesHost(record, candidate)));
  const revoked = anyName.find((record) => record.marker === 'revoked' && record.key.equals(key));
  if (revoked !== undefined) return { kind: 'revoked', by: revoked };
  if (anyName.some((record) => record.marker === 'none' && record.key.equals(key))) return { kind: 'known' };
  const type = keyTypeOf(key);
  const others = ours.filter((record) => record.marker === 'none' && checkableTypes.has(record.keyType));
  const other = others.find((record) => record.keyType === type) ?? others[0];
  if (other !== undefined) return { kind: 'changed', by: other };
  const authority = ours.find((record) => record.marker === 'cert-authority');
  return authority === undefined ? { kind: 'unknown' } : { kind: 'cert-authority', by: authority };
}

/** Types of the keys that a host is known by, in the order of the file. */
export function knownKeyTypes(records: readonly KnownHost[], names: readonly string[]): string[] {
  const types = records
    .filter((record) => record.marker === 'none' && names.some((name) => matchesHost(record, name)))
    .map((record) => record.keyType);
  return [...new Set(types)];
}

/** Key types that a server can be asked for; a host known only by others (sk-…) counts as not known yet. */
const checkableTypes = new Set([
  'ssh-ed25519',
  'ecdsa-sha2-nistp256',
  'ecdsa-sha2-nistp384',
  'ecdsa-sha2-nistp521',
  'ssh-rsa',
  'ssh-dss',
]);

function matchesHost(record: KnownHost, name: string): boolean {
  if (!record.hosts.startsWith('|')) return matchesPatternList(record.hosts.split(','), name);
  const [, version, salt, hash] = record.hosts.split('|');
  return version === '1' && salt !== undefined && hash !== undefined && hashed(name, salt) === hash;
}

function hashed(name: string, salt: string): string {
  return createHmac('sha1', Buffer.from(salt, 'base64')).update(name).digest('base64');
}

/** The line that records a host's key, with its name hidden where `HashKnownHosts` asks for that. */
export function formatKnownHost(name: string, key: Buffer, hashName: boolean): string {
  const salt = randomBytes(20).toString('base64');
  const hosts = hashName ? `|1|${salt}|${hashed(name, salt)}` : name;
  return `${hosts} ${keyTypeOf(key)} ${key.toString('base64')}\n`;
}

/** The type that a public key's blob says it is (RFC 4253, 6.6); empty where it is no blob. */
export function keyTypeOf(key: Buffer): string {
  if (key.length < 4) return '';
  const length = key.readUInt32BE(0);
  return length > 64 || key.length < 4 + length ? '' : key.toString('latin1', 4, 4 + length);
}

/** As `ssh-keygen -l` prints it. */
export function fingerprint(key: Buffer): string {
  return `SHA256:${createHash('sha256').update(key).digest('base64').replace(/=+$/, '')}`;
}
