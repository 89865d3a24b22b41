import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  fingerprint,
  formatKnownHost,
  judgeHostKey,
  keyTypeOf,
  knownHostNames,
  knownKeyTypes,
  parseKnownHosts,
} from './known-hosts.ts';

/** A public key's blob of a type, with a body that tells it from others. */
function blob(type: string, body: string): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(type.length);
  return Buffer.concat([length, Buffer.from(type), Buffer.from(body)]);
}

const ed = blob('ssh-ed25519', 'one');
const otherEd = blob('ssh-ed25519', 'two');
const rsa = blob('ssh-rsa', 'three');
const line = (hosts: string, key: Buffer) => `${hosts} ${keyTypeOf(key)} ${key.toString('base64')} a comment\n`;
const judge = (text: string, host: string, port: number, key: Buffer) =>
  judgeHostKey(parseKnownHosts(text, '/kh'), knownHostNames(host, port), key);

describe('judgeHostKey', () => {
  test.each([
    ['a plain name', line('portal', ed), 'portal', 22, 'known'],
    ['a name in other letters', line('Portal', ed), 'PORTAL', 22, 'known'],
    ['one of several names', line('a,portal,192.0.2.7', ed), '192.0.2.7', 22, 'known'],
    ['a pattern', line('*.example', ed), 'portal.example', 22, 'known'],
    ['a negated pattern', line('*.example,!portal.example', ed), 'portal.example', 22, 'unknown'],
    ['another port', line('[portal]:2222', ed), 'portal', 2222, 'known'],
    ['a port that is not named', line('portal', ed), 'portal', 2222, 'known'],
    ['a port that is named too much', line('[portal]:2222', ed), 'portal', 22, 'unknown'],
    ['an IPv6 address', line('[2001:db8::1]:2222', ed), '2001:db8::1', 2222, 'known'],
    ['another key of the type', line('portal', otherEd), 'portal', 22, 'changed'],
    ['another key on the bare name alone', line('portal', otherEd), 'portal', 2222, 'unknown'],
    ['a key of another type alone', line('portal', rsa), 'portal', 22, 'changed'],
    [
      'several keys, ours among them',
      line('portal', rsa) + line('portal', otherEd) + line('portal', ed),
      'portal',
      22,
      'known',
    ],
    ['a revoked key', `${line('portal', ed)}@revoked ${line('*', ed)}`, 'portal', 22, 'revoked'],
    ['another revoked key', `${line('portal', ed)}@revoked ${line('*', otherEd)}`, 'portal', 22, 'known'],
    ['an authority alone', `@cert-authority ${line('*', otherEd)}`, 'portal', 22, 'cert-authority'],
    [
      'an authority’s own key, which is no host key',
      `@cert-authority ${line('*', ed)}`,
      'portal',
      22,
      'cert-authority',
    ],
    [
      'an authority beside the key',
      `@cert-authority ${line('*', otherEd)}${line('portal', ed)}`,
      'portal',
      22,
      'known',
    ],
    ['a type that we cannot ask for', line('portal', blob('sk-ssh-ed25519@openssh.com', 'x')), 'portal', 22, 'unknown'],
    ['nothing', '', 'portal', 22, 'unknown'],
  ])('%s', (_, text, host, port, kind) => {
    expect(judge(text, host, port, ed).kind).toBe(kind);
  });

  test('says where the key stands that contradicts, of the same type first', () => {
    const text = `# mine\n\n${line('portal', rsa)}${line('portal', otherEd)}`;
    expect(judge(text, 'portal', 22, ed)).toMatchObject({ kind: 'changed', by: { file: '/kh', line: 4 } });
  });

  test('an entry that ssh-keygen -H hashed', () => {
    const text = `|1|F1E1KeoE/eEWhi10WpGv4OdiO6Y=|3988QV0VE8wmZL7suNrYQLITLCg= ${line('', ed).trim()}`;
    // From sshd(8)'s own example format: HMAC-SHA1 of the name, keyed with the salt.
    const hash = createHmac('sha1', Buffer.from('F1E1KeoE/eEWhi10WpGv4OdiO6Y=', 'base64')).update('192.168.1.61');
    expect(hash.digest('base64')).toBe('3988QV0VE8wmZL7suNrYQLITLCg=');
    expect(judge(text, '192.168.1.61', 22, ed).kind).toBe('known');
    expect(judge(text, '192.168.1.62', 22, ed).kind).toBe('unknown');
  });
});

test('what is recorded is known, hashed or not, for that host alone', () => {
  const host = fc.stringMatching(/^[a-z0-9][a-z0-9.-]{0,20}$/);
  fc.assert(
    fc.property(host, host, fc.integer({ min: 1, max: 65535 }), fc.boolean(), (one, other, port, hashed) => {
      const [name = ''] = knownHostNames(one, port);
      const record = formatKnownHost(name, ed, hashed);
      expect(record).toMatch(/^[^\n]+\n$/);
      expect(judge(record, one, port, ed).kind).toBe('known');
      expect(judge(record, one, port, otherEd).kind).toBe('changed');
      if (other !== one) expect(judge(record, other, port, ed).kind).toBe('unknown');
    }),
  );
});

test('no file makes it stumble, and only well-formed records count', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'portal|1@*!,[]:#= \t\n\0') }), (text) => {
      for (const record of parseKnownHosts(text, 'f')) expect(keyTypeOf(record.key)).toBe(record.keyType);
      judge(text, 'portal', 22, ed);
    }),
  );
  const damaged = [
    'portal ssh-ed25519',
    'portal ssh-rsa !!!',
    'portal 1024 35 1234567',
    '@unknown portal ssh-ed25519 AAAA',
    `portal ssh-rsa ${ed.toString('base64')}`,
  ];
  expect(parseKnownHosts(damaged.join('\n'), 'f')).toEqual([]);
  expect(parseKnownHosts(`\t${line('portal', ed).replace('\n', '\r\n')}`, 'f')).toHaveLength(1);
});

test('knownKeyTypes are those to ask for', () => {
  const text = [line('portal', rsa), line('other', ed), line('portal', rsa), `@revoked ${line('portal', ed)}`].join('');
  expect(knownKeyTypes(parseKnownHosts(text, 'f'), ['portal'])).toEqual(['ssh-rsa']);
});

test('a fingerprint as ssh-keygen prints it', () => {
  const key = 'AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl';
  expect(fingerprint(Buffer.from(key, 'base64'))).toBe('SHA256:+DiY3wvvV6TuJJhbpZisF/zLDA0zPMSvHdkr4UvCOqU');
});

test('keyTypeOf of what is no key', () => {
  expect(keyTypeOf(Buffer.from('ab'))).toBe('');
  expect(keyTypeOf(Buffer.from([255, 255, 255, 255, 1]))).toBe('');
});
