import { expect, test } from 'vitest';
import { readPrivateKey } from './private-key.ts';

test.each([
  'PuTTY-User-Key-File-3: ssh-ed25519\nEncryption: none\nComment: laptop\n',
  'PuTTY-User-Key-File-3: ssh-rsa\nEncryption: aes256-cbc\nComment: laptop\n',
  'PuTTY-User-Key-File-2: ssh-ed25519\nEncryption: aes256-cbc\nComment: laptop\n',
])('%j is to be converted, and its passphrase is not asked for in vain', (text) => {
  expect(readPrivateKey(text, undefined)).toMatchObject({
    kind: 'unusable',
    why: expect.stringContaining('PuTTY'),
    hint: expect.stringContaining('puttygen'),
  });
});

test('what is no key is told as such', () => {
  expect(readPrivateKey('hello\n', undefined)).toMatchObject({ kind: 'unusable' });
});
