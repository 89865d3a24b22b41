import { expect, it } from 'vitest';
import { hostKeyCommand } from './host-key-command.ts';

it.each([
  ['ssh-ed25519', 'ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub'],
  ['rsa-sha2-512', 'ssh-keygen -lf /etc/ssh/ssh_host_rsa_key.pub'],
  ['x; rm -rf ~', 'ssh-keygen -lf /etc/ssh/ssh_host_*_key.pub'],
])('tells how to print the fingerprint of %s', (algorithm, command) => {
  expect(hostKeyCommand(algorithm)).toBe(command);
});
