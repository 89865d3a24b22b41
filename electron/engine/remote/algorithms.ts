import type { Algorithms, ServerHostKeyAlgorithm } from 'ssh2';

/** Signature algorithms by host key type, the best first (RFC 8332 for RSA). */
const byKeyType: [string, ServerHostKeyAlgorithm[]][] = [
  ['ssh-ed25519', ['ssh-ed25519']],
  ['ecdsa-sha2-nistp256', ['ecdsa-sha2-nistp256']],
  ['ecdsa-sha2-nistp384', ['ecdsa-sha2-nistp384']],
  ['ecdsa-sha2-nistp521', ['ecdsa-sha2-nistp521']],
  ['ssh-rsa', ['rsa-sha2-512', 'rsa-sha2-256', 'ssh-rsa']],
  ['ssh-dss', ['ssh-dss']],
];

/**
 * What to offer a server: AES-GCM first because processors have it built in, and last, for old servers, what nobody
 * would choose. The key types that the host is known by are asked for before all others, so that a host known by one
 * key does not show another.
 */
export function algorithmsFor(knownKeyTypes: readonly string[]): Algorithms {
  const known = byKeyType.filter(([type]) => knownKeyTypes.includes(type));
  const others = byKeyType.filter(([type]) => !knownKeyTypes.includes(type));
  return {
    serverHostKey: [...known, ...others].flatMap(([, algorithms]) => algorithms),
    cipher: lastResort([/-cbc$/]),
    kex: lastResort([/^diffie-hellman-group(?:-exchange|14|1)-sha1$/]),
    hmac: lastResort([/^hmac-(?:md5|sha1-96|md5-96)$/]),
    compress: ['none'],
  };
}

/** ssh2 takes patterns, and adds of them what this Node supports; its types know neither that nor a partial record. */
function lastResort<T>(append: RegExp[]): T[] {
  return { append } as unknown as T[];
}
