import { SlipwayError } from '../../../../shared/errors.ts';
import type { Workload } from '../../../../shared/model/plan.ts';
import { sentence } from '../../../../shared/text/sentence.ts';
import type { JobContext } from '../../job-context.ts';
import type { ContainerState, DockerContainer } from '../docker-host.ts';
import { waitHealthy } from '../wait-healthy.ts';
import { readAllLogs } from './read-all-logs.ts';

export interface StartFailure {
  workload: string;
  /** `not-started`: its program could not be run; `exited`: it ended; `unhealthy`: it runs and does not answer. */
  reason: 'not-started' | 'exited' | 'unhealthy';
  exitCode: number | undefined;
  oomKilled: boolean;
  /** The runtime's words, where it could not start the program. */
  error: string;
  /** The last lines of its output and of its log files. */
  log: string;
}

const logLines = 200;

/** Starts one container; a program that cannot be run is a value. */
export async function startMember(
  container: DockerContainer,
  workload: Workload,
  job: JobContext,
): Promise<StartFailure | undefined> {
  job.emit({ type: 'log', step: 'run', workload: workload.name, text: sentence`Starting ${workload.name}` });
  const refusal = await startOrRefusal(container);
  return refusal === undefined ? undefined : failure(container, workload, 'not-started', refusal);
}

/** Waits until a started container is healthy; a workload that does not come up is a value. */
export async function awaitMember(
  container: DockerContainer,
  workload: Workload,
  job: JobContext,
): Promise<StartFailure | undefined> {
  const health = await waitHealthy(container, workload, job);
  if (health.kind === 'healthy') return undefined;
  const state = health.kind === 'exited' ? health.state : await container.state();
  return failure(container, workload, health.kind, state);
}

/** The state of a container whose program the runtime could not start; other refusals are the Docker host's own. */
async function startOrRefusal(container: DockerContainer): Promise<ContainerState | undefined> {
  try {
    await container.start();
    return undefined;
  } catch (error) {
    if (!(error instanceof SlipwayError) || error.code !== 'docker.refused') throw error;
    const state = await container.state();
    if (!isProgramsFault(state.error)) throw error;
    return state;
  }
}

/** What runc and crun say of a command, a user or a working directory that the image does not have. */
export function isProgramsFault(error: string): boolean {
  return /executable file not found|no such file or directory|permission denied|not a directory|exec format error|unable to find (user|group)|chdir to cwd|is a directory/i.test(
    error,
  );
}

async function failure(
  container: DockerContainer,
  workload: Workload,
  reason: StartFailure['reason'],
  state: ContainerState,
): Promise<StartFailure> {
  const { exitCode, oomKilled, error } = state;
  const log = await readAllLogs(container, workload, logLines);
  return { workload: workload.name, reason, exitCode, oomKilled, error, log };
}
