import { sorted } from '../support/lists.ts';
import type { Site } from '../support/part.ts';
import type { ApacheSetup } from './setup.ts';

/** What answers HTTP: each virtual host on each port that Apache listens on, or the main server where none is set. */
export function apacheSitesOf(setup: ApacheSetup): Site[] {
  const [main] = setup.hosts.filter((host) => host.ports.length === 0);
  const mainLogs = setup.hosts.filter((host) => host.ports.length === 0).flatMap((host) => host.accessLogs);
  const ports = [...new Set(setup.listens.map((listen) => listen.port))];
  return ports.flatMap((port): Site[] => {
    const hosts = setup.hosts.filter((host) => host.ports.includes(port));
    if (hosts.length === 0) {
      const [any] = setup.hosts.filter((host) => host.ports.length > 0);
      const isTls = port === 443 || (main?.tls ?? false);
      return [siteOf(port, isTls, any?.serverName ?? main?.serverName, main?.proxied ?? [], mainLogs)];
    }
    return hosts.map((host) =>
      siteOf(port, host.tls, host.serverName, host.proxied, host.accessLogs.length > 0 ? host.accessLogs : mainLogs),
    );
  });
}

function siteOf(
  port: number,
  tls: boolean,
  serverName: string | undefined,
  paths: string[],
  accessLogs: string[],
): Site {
  const host = serverName !== undefined && /^[A-Za-z0-9.-]+$/.test(serverName) ? serverName : undefined;
  return { port, tls, ...(host && { host }), paths: sorted(paths), accessLogs: [...new Set(accessLogs)] };
}
