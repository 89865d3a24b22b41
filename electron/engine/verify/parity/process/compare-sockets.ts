import type { Listener } from '../../../../../shared/model/facts.ts';
import { sentence } from '../../../../../shared/text/sentence.ts';
import { finalName } from '../../../probes/assemble/sockets.ts';
import type { AspectResult, ProcessPair } from './aspect.ts';

/** What the service listens on at the server must be listened on in the container. */
export function compareSockets(pair: ProcessPair): AspectResult {
  const expected = [...new Set(listenersOf(pair).map(nameOf))].sort();
  const { listening, unixSockets } = pair.container;
  const own = new Set([
    ...listening.map((socket) => `tcp ${scopeOf(socket.address)} ${socket.port}`),
    ...unixSockets.map((path) => `unix ${stablePath(path)}`),
  ]);
  const missing = expected.filter((name) => !own.has(name));
  const shown = { server: expected.join('\n'), container: expected.filter((name) => own.has(name)).join('\n') };
  if (expected.length === 0) return { ...shown, outcome: 'not-compared', detail: sentence`It listens on nothing.` };
  const detail = missing.length === 0 ? '' : sentence`Nothing listens in the container on: ${missing.join('; ')}.`;
  return { ...shown, outcome: missing.length === 0 ? 'same' : 'different', detail };
}

/** Of its ports, those in the plan: a port that is chosen anew at each start is in no plan. */
function listenersOf({ workload, facts, server }: ProcessPair): Listener[] {
  const pids = new Set(server.all.map((process) => process.pid));
  const ports = new Set(workload.ports.filter((port) => port.protocol === 'tcp').map((port) => port.container));
  return facts.listeners.filter((listener) => {
    if (!listener.pids.some((pid) => pids.has(pid))) return false;
    // The name of an abstract socket is often made up at the start.
    if (listener.protocol === 'unix') return listener.path.startsWith('/');
    return listener.protocol === 'tcp' && ports.has(listener.port);
  });
}

function nameOf(listener: Listener): string {
  if (listener.protocol === 'unix') return `unix ${stablePath(listener.path)}`;
  return `tcp ${scopeOf(listener.address)} ${listener.port}`;
}

/** `::` takes IPv4 callers too, and a container may have no IPv6. The server's own address is another in the container. */
function scopeOf(address: string): string {
  return address.startsWith('127.') || address === '::1' ? 'loopback' : 'any';
}

/** Paths carry process ids (`cgisock.412`), and /var/run is a link to /run. */
function stablePath(path: string): string {
  return finalName(path)
    .replace(/^\/var\/run\//, '/run/')
    .replace(/\d+$/, 'N');
}
