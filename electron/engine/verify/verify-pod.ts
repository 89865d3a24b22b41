import type { Facts } from '../../../shared/model/facts.ts';
import type { Plan, Pod, Workload } from '../../../shared/model/plan.ts';
import type { ParityCheck, WorkloadParity } from '../../../shared/model/result.ts';
import { sentence } from '../../../shared/text/sentence.ts';
import type { DockerContainer } from '../docker/docker-host.ts';
import type { JobContext } from '../job-context.ts';
import type { RemoteHost } from '../remote/remote-host.ts';
import { openInside } from './connect/inside-stream.ts';
import { openSide } from './connect/open-side.ts';
import { createPace, type Pace } from './connect/pace.ts';
import { insideAddress, serverAddress } from './connect/server-address.ts';
import type { Sides } from './connect/side.ts';
import { hideSecrets, secretValuesOf } from './hide-secrets.ts';
import type { ParitySubject } from './parity/parity-protocol.ts';
import { parityProtocols } from './parity/registry.ts';
import { proveThroughPod } from './prove-through-pod.ts';
import { realTiming, type Timing } from './timing.ts';
import { parityOf } from './verdict.ts';

export interface VerifyPodRequest {
  plan: Plan;
  pod: Pod;
  /** Without a server or its facts there is nothing to compare with: what is healthy `runs`. */
  server: RemoteHost | undefined;
  facts: Facts | undefined;
  /** Running containers by workload; the pod's first owns the published ports of all. */
  containers: Map<string, DockerContainer>;
}

/** What the server is asked at most; one request at a time. */
const REQUESTS_PER_SECOND = 10;

/**
 * Asks server and containers the same and compares, for each workload of the pod that has a container. The containers
 * go on running; {@link checkManners} stops them. Pods of the same server are to be verified one after another.
 */
export async function verifyPod(
  request: VerifyPodRequest,
  job: JobContext,
  timing: Timing = realTiming,
): Promise<WorkloadParity[]> {
  const pace = createPace(REQUESTS_PER_SECOND, timing);
  const verified: WorkloadParity[] = [];
  for (const name of request.pod.workloads) {
    job.signal.throwIfAborted();
    const workload = request.plan.workloads.find((one) => one.name === name);
    const container = request.containers.get(name);
    if (workload === undefined || container === undefined) continue;
    verified.push(await verifyWorkload(workload, container, request, pace, timing, job));
  }
  return proveThroughPod(verified);
}

async function verifyWorkload(
  workload: Workload,
  container: DockerContainer,
  request: VerifyPodRequest,
  pace: Pace,
  timing: Timing,
  job: JobContext,
): Promise<WorkloadParity> {
  const state = await container.state();
  if (!state.running) return notRunning(workload.name, state.exitCode, state.error);
  if (request.server === undefined || request.facts === undefined) return nothingToCompareWith(workload.name);
  const subject: ParitySubject = {
    workload,
    container,
    facts: request.facts,
    serverName: request.plan.server.name,
    sides: sidesOf(workload, container, request.server, request, pace, timing),
    timing,
  };
  return parityOf(workload.name, await runProtocols(subject, job));
}

async function runProtocols(subject: ParitySubject, job: JobContext): Promise<ParityCheck[]> {
  const { workload } = subject;
  const total = parityProtocols.reduce((sum, protocol) => sum + protocol.count(workload), 0);
  const checks: ParityCheck[] = [];
  const secrets = secretValuesOf(workload, subject.facts);
  const tell = () =>
    job.emit({ type: 'progress', step: 'verify', workload: workload.name, done: checks.length, total, unit: 'checks' });
  tell();
  for (const protocol of parityProtocols) {
    if (protocol.count(workload) === 0) continue;
    for await (const check of protocol.compare(subject, job)) {
      checks.push(hideSecrets(check, secrets));
      tell();
    }
  }
  return checks;
}

function sidesOf(
  workload: Workload,
  container: DockerContainer,
  server: RemoteHost,
  request: VerifyPodRequest,
  pace: Pace,
  timing: Timing,
): Sides {
  const owner = ownerOf(request) ?? container;
  // The container is ours alone: it is asked one at a time like the server, but not slowed down.
  const free = createPace(Number.POSITIVE_INFINITY, timing);
  // A loopback port is not published: it is reached from inside alone, as on the server.
  const fromInside = async (port: number) => openInside(container, port, insideAddress(workload, port));
  const inside = openSide('container', fromInside, free);
  const isPublished = (port: number) => workload.ports.some((one) => one.container === port && one.publish);
  const toServer = (port: number) => server.tunnel({ kind: 'tcp', host: serverAddress(workload, port), port });
  return {
    server: openSide('server', toServer, pace),
    container: openSide('container', (port) => (isPublished(port) ? owner.dial(port, 'tcp') : fromInside(port)), free),
    inside,
  };
}

function ownerOf(request: VerifyPodRequest): DockerContainer | undefined {
  const names = request.pod.workloads.filter((name) => request.containers.has(name));
  return names[0] === undefined ? undefined : request.containers.get(names[0]);
}

function notRunning(workload: string, exitCode: number | undefined, error: string): WorkloadParity {
  const what = sentence`Its container does not run`;
  const why = exitCode === undefined ? what : sentence`${what} (exit code ${exitCode})`;
  const reason = error === '' ? `${why}.` : `${why}: ${error}`;
  return { workload, verdict: 'failed', reasons: [reason], checks: [] };
}

function nothingToCompareWith(workload: string): WorkloadParity {
  return { workload, verdict: 'runs', reasons: [sentence`There was no server to compare with.`], checks: [] };
}
