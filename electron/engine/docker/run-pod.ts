import type { Readable } from 'node:stream';
import { SlipwayError } from '../../../shared/errors.ts';
import type { Plan, Pod, Workload } from '../../../shared/model/plan.ts';
import { sentence } from '../../../shared/text/sentence.ts';
import type { JobContext } from '../job-context.ts';
import type { DockerContainer, DockerHost } from './docker-host.ts';
import { memberSpec, ownerSpec, type SpecInput } from './pod/container-spec.ts';
import { attemptMark } from './pod/names.ts';
import { type PodVolume, podVolumes, volumesOf } from './pod/pod-volumes.ts';
import { awaitMember, type StartFailure, startMember } from './pod/start-member.ts';
import { stopAll } from './pod/stop-all.ts';

export interface RunPodRequest {
  docker: DockerHost;
  /** The run's id: its label. */
  run: string;
  plan: Plan;
  pod: Pod;
  /** Image by workload. */
  images: Map<string, string>;
  /** `NAME=value`, secrets among them. */
  environmentOf(workload: string): string[];
  /** A tar of configuration and secrets, unpacked at `/`. */
  filesOf(workload: string): Readable | undefined;
}

export type PodOutcome =
  | { kind: 'running'; containers: Map<string, DockerContainer>; stop(): Promise<void> }
  /** One member did not come up. The containers are still there, to be looked at, until `stop`. */
  | ({ kind: 'failed'; containers: Map<string, DockerContainer>; stop(): Promise<void> } & StartFailure);

/**
 * Starts a pod's members in their order, waits until all are healthy, and leaves them running. None waits for another
 * before it starts: they need each other to be healthy. The first one owns the network that all share. `stop` stops and removes the containers; volumes stay until the run is removed. On a
 * cancellation or a failing Docker host, the containers are gone before this rejects.
 */
export async function runPod(request: RunPodRequest, job: JobContext): Promise<PodOutcome> {
  const members = membersOf(request);
  const mark = attemptMark();
  const containers = new Map<string, DockerContainer>();
  const stop = () => stopAll(containers, members);
  try {
    const volumes = podVolumes(request.pod, members, mark);
    await createVolumes(request, volumes);
    let owner: DockerContainer | undefined;
    for (const workload of members) {
      job.signal.throwIfAborted();
      const input = inputOf(request, workload, volumes, mark);
      const spec = owner === undefined ? ownerSpec(input, members) : memberSpec(input, owner.id);
      const container = await request.docker.createContainer(spec);
      owner ??= container;
      containers.set(workload.name, container);
      const failure = await startMember(container, workload, job).catch((error) =>
        endedOwner(owner, members, job, error),
      );
      if (failure !== undefined) return { kind: 'failed', ...failure, containers, stop };
    }
    const unhealthy = await awaitMembers(members, containers, job);
    if (unhealthy !== undefined) return { kind: 'failed', ...unhealthy, containers, stop };
    return { kind: 'running', containers, stop };
  } catch (error) {
    await Promise.allSettled([...containers.values()].reverse().map((container) => container.remove()));
    throw error;
  }
}

/** The network of a container that ended cannot be joined: then the owner is what failed, and the reason for it. */
async function endedOwner(
  owner: DockerContainer | undefined,
  members: Workload[],
  job: JobContext,
  error: unknown,
): Promise<StartFailure | undefined> {
  const [first] = members;
  if (owner === undefined || first === undefined || (await owner.state()).running) throw error;
  return awaitMember(owner, first, job);
}

/**
 * Watches all at once: the first that ends or stays unhealthy is the reason, and the others are not waited for. Where
 * several fail together it is the last, for backends stand behind the first.
 */
async function awaitMembers(
  members: Workload[],
  containers: ReadonlyMap<string, DockerContainer>,
  job: JobContext,
): Promise<StartFailure | undefined> {
  const enough = new AbortController();
  const cancel = () => enough.abort(job.signal.reason);
  job.signal.addEventListener('abort', cancel, { once: true });
  const watched = await Promise.allSettled(
    members.map(async (workload) => {
      const container = containers.get(workload.name);
      const failure = container && (await awaitMember(container, workload, { ...job, signal: enough.signal }));
      if (failure !== undefined) enough.abort();
      return failure;
    }),
  );
  job.signal.removeEventListener('abort', cancel);
  job.signal.throwIfAborted();
  const failures = watched.flatMap((one) => (one.status === 'fulfilled' && one.value ? [one.value] : []));
  const broken = watched.find((one) => one.status === 'rejected');
  if (failures.length === 0 && broken !== undefined) throw broken.reason;
  return failures.at(-1);
}

function membersOf({ plan, pod }: RunPodRequest): Workload[] {
  return pod.workloads.map((name) => {
    const workload = plan.workloads.find((one) => one.name === name);
    if (workload !== undefined) return workload;
    throw new SlipwayError(
      'bundle.invalid',
      sentence`Pod ${pod.name} names a workload that the plan does not have: ${name}.`,
      {
        hint: sentence`Correct the pods in slipway.yaml.`,
      },
    );
  });
}

async function createVolumes({ docker, run }: RunPodRequest, volumes: PodVolume[]): Promise<void> {
  for (const { name, workload, memory } of volumes) {
    const labels = { slipway: run, ...(workload === undefined ? {} : { 'slipway.workload': workload }) };
    await docker.createVolume(name, labels, memory);
  }
}

function inputOf(request: RunPodRequest, workload: Workload, volumes: PodVolume[], mark: string): SpecInput {
  const image = request.images.get(workload.name);
  if (image === undefined)
    throw new SlipwayError('internal', sentence`There is no image of workload ${workload.name}.`);
  return {
    run: request.run,
    mark,
    workload,
    image,
    environment: request.environmentOf(workload.name),
    volumes: volumesOf(volumes, workload.name),
    files: request.filesOf(workload.name),
  };
}
