import { setTimeout as sleep } from 'node:timers/promises';
import type { Workload } from '../../../shared/model/plan.ts';
import type { JobContext } from '../job-context.ts';
import type { ContainerState, DockerContainer } from './docker-host.ts';
import type { Observation } from './health/observation.ts';
import { observe } from './health/observe.ts';

export type Health =
  /** It answers, or at least runs steadily where nothing more can be seen. */
  | { kind: 'healthy' }
  | { kind: 'exited'; state: ContainerState }
  /** It runs, but does not do what its health probe asks for. */
  | { kind: 'unhealthy' };

/** Milliseconds. */
export interface Patience {
  /** After this, a service that does not answer is unhealthy. */
  deadline: number;
  /** So long must a process run before it counts as healthy where nothing else can be seen. */
  steady: number;
  firstPause: number;
  longestPause: number;
}

export const usualPatience: Patience = { deadline: 90_000, steady: 2_000, firstPause: 100, longestPause: 2_000 };

/** Watches a started container until its health is known. Pauses between looks grow by half each time. */
export async function waitHealthy(
  container: DockerContainer,
  workload: Workload,
  job: JobContext,
  patience: Patience = usualPatience,
): Promise<Health> {
  const begin = performance.now();
  let pause = patience.firstPause;
  for (;;) {
    const observation = await observe(container, workload, job.signal).catch(whileStopping);
    // Asked after the look: a service may answer and then end.
    const state = await container.state();
    if (!state.running) return { kind: 'exited', state };
    const waited = performance.now() - begin;
    const verdict = judge(observation, waited, patience);
    if (verdict !== undefined) return verdict;
    await sleep(Math.min(pause, Math.max(0, patience.deadline - waited)), undefined, { signal: job.signal });
    pause = Math.min(pause * 1.5, patience.longestPause);
  }

  /** A container that ends while it is looked at refuses the look: its state tells the rest. */
  async function whileStopping(error: unknown): Promise<Observation> {
    job.signal.throwIfAborted();
    if ((await container.state()).running) throw error;
    return 'down';
  }
}

/** What one observation means after so many milliseconds; undefined: look again. */
export function judge(observation: Observation, waited: number, patience: Patience): Health | undefined {
  if (observation === 'up') return { kind: 'healthy' };
  if (observation === 'unseen' && waited >= patience.steady) return { kind: 'healthy' };
  if (waited < patience.deadline) return undefined;
  // It speaks, and went on complaining: whether the server did the same is for parity to say.
  return observation === 'answering' ? { kind: 'healthy' } : { kind: 'unhealthy' };
}
