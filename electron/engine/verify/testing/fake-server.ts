import type { Duplex } from 'node:stream';
import type { RemoteHost, TunnelTarget } from '../../remote/remote-host.ts';

/** A server for tests, of which only the tunnel is used; `asked` records where it led. */
export function fakeServer(tunnel: (to: TunnelTarget) => Promise<Duplex>): RemoteHost & { asked: TunnelTarget[] } {
  const asked: TunnelTarget[] = [];
  return {
    asked,
    label: 'deploy@legacy:22',
    user: 'deploy',
    privilege: 'none',
    exec: async () => {
      throw new Error('parity runs nothing on the server');
    },
    tunnel(to) {
      asked.push(to);
      return tunnel(to);
    },
    close: async () => undefined,
  };
}
