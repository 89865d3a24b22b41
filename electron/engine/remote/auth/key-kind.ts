import type { ParsedKey } from 'ssh2';
import { ownValue } from '../../../../shared/text/own-value.ts';

const byType: Record<string, string> = { 'ssh-ed25519': 'ed25519', 'ssh-rsa': 'rsa', 'ssh-dss': 'dsa' };
const byHeader: Record<string, string> = { RSA: 'rsa', EC: 'ecdsa', DSA: 'dsa' };

/** A key's kind as `ssh-keygen -t` names it: from the key, or, while it is locked, from what its file says openly. */
export function keyKind(key: Pick<ParsedKey, 'type'> | undefined, text: string): string {
  if (key !== undefined) return ownValue(byType, key.type) ?? (key.type.startsWith('ecdsa-') ? 'ecdsa' : key.type);
  const [, header = ''] = /^-----BEGIN (RSA|EC|DSA) PRIVATE KEY-----/m.exec(text) ?? [];
  const [, putty = ''] = /^PuTTY-User-Key-File-\d+: (\S+)/.exec(text) ?? [];
  return ownValue(byHeader, header) ?? ownValue(byType, putty) ?? 'unknown';
}
