import type { Workload } from '../../../../shared/model/plan.ts';
import type { DockerContainer } from '../docker-host.ts';
import { askHttp } from './ask-http.ts';
import { isListening } from './listening.ts';
import type { Observation } from './observation.ts';

/** Looks at a running service once, as its health probe asks. */
export async function observe(
  container: DockerContainer,
  workload: Workload,
  signal: AbortSignal,
): Promise<Observation> {
  const { health } = workload;
  if (health.kind === 'process') return 'unseen';
  if (health.kind === 'unix') return observeSocket(container, health.path);
  const listening = await observePort(container, health.port);
  if (health.kind === 'tcp' || listening === 'down') return listening;
  const published = (await container.publishedPorts()).has(`${health.port}/tcp`);
  // A port on the container's loopback cannot be asked from here; that it is listened on has to do.
  if (!published) return listening;
  const answer = await askHttp(container, health.port, health.path, signal);
  // It is listened on, and asked from here it says nothing (only IPv6, another protocol before HTTP): perhaps it starts
  // still, and whether it answers any better on the server is for parity to say.
  return answer === 'down' && listening === 'up' ? 'answering' : answer;
}

/**
 * Looked up in the container's own network namespace: a connection from outside proves nothing, because docker-proxy
 * accepts it whether or not anything listens inside.
 */
async function observePort(container: DockerContainer, port: number): Promise<Observation> {
  // Status 1 only means that the kernel has no IPv6.
  const sockets = await container.exec(['cat', '/proc/net/tcp', '/proc/net/tcp6']);
  if (sockets === undefined) return 'unseen';
  return isListening(sockets.output, port) ? 'up' : 'down';
}

async function observeSocket(container: DockerContainer, path: string): Promise<Observation> {
  const test = await container.exec(['test', '-S', path]);
  if (test === undefined) return 'unseen';
  return test.exitCode === 0 ? 'up' : 'down';
}
