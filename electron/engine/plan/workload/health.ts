import type { Workload } from '../../../../shared/model/plan.ts';
import type { Site } from '../../detectors/support/part.ts';

/** How to tell that the service is up: over HTTP where it speaks it, else by its port, its socket or its process. */
export function healthOf(ports: Workload['ports'], sites: Site[], sockets: string[]): Workload['health'] {
  const open = new Set(ports.filter((port) => port.protocol === 'tcp').map((port) => port.container));
  const site = sites.find((candidate) => !candidate.tls && open.has(candidate.port));
  if (site)
    return {
      kind: 'http',
      port: site.port,
      path: site.paths.find((path) => /health|ping|ready|live/.test(path)) ?? '/',
    };
  const tcp = ports.find((port) => port.protocol === 'tcp');
  if (tcp) return { kind: 'tcp', port: tcp.container };
  const [socket] = sockets;
  return socket === undefined ? { kind: 'process' } : { kind: 'unix', path: socket };
}
