import { ownValue } from '../../../shared/text/own-value.ts';

const files: Readonly<Record<string, string>> = {
  'ssh-ed25519': 'ed25519',
  'ssh-rsa': 'rsa',
  'rsa-sha2-256': 'rsa',
  'rsa-sha2-512': 'rsa',
  ECDSA: 'ecdsa',
  'ecdsa-sha2-nistp256': 'ecdsa',
  'ecdsa-sha2-nistp384': 'ecdsa',
  'ecdsa-sha2-nistp521': 'ecdsa',
};

/** What prints the fingerprint on the server itself; nothing that the server sent goes into it. */
export function hostKeyCommand(algorithm: string): string {
  return `ssh-keygen -lf /etc/ssh/ssh_host_${ownValue(files, algorithm) ?? '*'}_key.pub`;
}
