import type { Plan, Workload } from '../../../../shared/model/plan.ts';
import type { ParityCheck } from '../../../../shared/model/result.ts';
import type { DockerContainer } from '../../docker/docker-host.ts';
import type { JobContext } from '../../job-context.ts';
import { findZombies } from './find-zombies.ts';
import { judgeLogs, judgeStop, judgeZombies } from './judge-manners.ts';

/**
 * Stops the containers, as the very last thing, and tells how they took it: whether they left zombies, wrote their logs
 * where containers do, and ended at the stop signal within their grace period. By workload; those without a running
 * container are left out.
 */
export async function checkManners(
  containers: ReadonlyMap<string, DockerContainer>,
  plan: Plan,
  job: JobContext,
): Promise<Map<string, ParityCheck[]>> {
  const checks = new Map<string, ParityCheck[]>();
  const ordered = stopOrder(plan).flatMap((workload) => {
    const container = containers.get(workload.name);
    return container === undefined ? [] : [{ workload, container }];
  });
  for (const [done, { workload, container }] of ordered.entries()) {
    job.signal.throwIfAborted();
    job.emit({
      type: 'progress',
      step: 'verify',
      workload: workload.name,
      done,
      total: ordered.length,
      unit: 'checks',
    });
    if ((await container.state()).running) checks.set(workload.name, await checkOne(workload, container, job));
  }
  return checks;
}

/** Members of a pod before its first, which owns their network. */
function stopOrder(plan: Plan): Workload[] {
  const rank = new Map(plan.pods.flatMap((pod) => pod.workloads.map((name, index) => [name, index] as const)));
  return [...plan.workloads].sort((left, right) => (rank.get(right.name) ?? 0) - (rank.get(left.name) ?? 0));
}

async function checkOne(workload: Workload, container: DockerContainer, job: JobContext): Promise<ParityCheck[]> {
  const zombies = await findZombies(container, job.signal);
  const logs = await container.logs(20);
  const stopped = await container.stop(workload.stop.graceSeconds);
  return [judgeZombies(zombies), ...judgeLogs(workload, logs), judgeStop(workload, stopped)];
}
