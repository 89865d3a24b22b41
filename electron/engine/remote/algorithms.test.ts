import { expect, test } from 'vitest';
import { algorithmsFor } from './algorithms.ts';

test('asks for the known key types first, and for all others after them', () => {
  const { serverHostKey } = algorithmsFor(['ssh-rsa']);
  expect(serverHostKey).toEqual([
    'rsa-sha2-512',
    'rsa-sha2-256',
    'ssh-rsa',
    'ssh-ed25519',
    'ecdsa-sha2-nistp256',
    'ecdsa-sha2-nistp384',
    'ecdsa-sha2-nistp521',
    'ssh-dss',
  ]);
});

test('a type that cannot be asked for changes nothing', () => {
  expect(algorithmsFor(['sk-ssh-ed25519@openssh.com'])).toEqual(algorithmsFor([]));
});
