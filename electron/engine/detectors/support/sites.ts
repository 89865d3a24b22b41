import type { Site } from './part.ts';
import { type ProcessTree, tcpPortsOf } from './process-tree.ts';
import type { Server } from './server.ts';

/** Ports on which people run HTTP by habit, beyond 80. */
const webPorts = /^(80|81|591|2368|3000|3001|4000|4567|5000|5601|80[0-9]{2}|8180|8888|8983|9090|9292)$/;

/**
 * Ports of a service that most likely answer HTTP. `web`: its own text says so, hence every port; `unknown`: only
 * the ports where it is the habit. A wrong guess costs one comparison that says "not HTTP on either side".
 */
export function plainSitesOf(server: Server, tree: ProcessTree, speaks: 'web' | 'unknown'): Site[] {
  return tcpPortsOf(server, tree)
    .filter((port) => port !== 443 && (speaks === 'web' || webPorts.test(String(port))))
    .map((port) => ({ port, tls: false, paths: [], accessLogs: [] }));
}
