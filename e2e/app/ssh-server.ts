import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import ssh2 from 'ssh2';

export interface SshServer {
  target: string;
  /** The passwords that were tried, in their order. */
  tried: string[];
  close(): void;
}

/** An SSH server with a key that nobody knows, which takes one password and then hangs up: enough to be asked for both. */
export async function startSshServer(password: string): Promise<SshServer> {
  const tried: string[] = [];
  const hostKeys = [ssh2.utils.generateKeyPairSync('ed25519').private];
  const server = new ssh2.Server({ hostKeys }, (client) => {
    client.on('error', () => undefined);
    client.on('authentication', (attempt) => {
      if (attempt.method !== 'password') return attempt.reject(['password']);
      tried.push(attempt.password);
      if (attempt.password !== password) return attempt.reject(['password']);
      attempt.accept();
    });
    client.on('ready', () => client.end());
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo; // a server that listens on a port has one
  return { target: `ssh://deploy@127.0.0.1:${port}`, tried, close: () => server.close() };
}
