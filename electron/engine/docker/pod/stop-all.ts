import type { Workload } from '../../../../shared/model/plan.ts';
import type { DockerContainer } from '../docker-host.ts';

/** Stops and removes a pod's containers, last started first: who shares a network goes before its owner. */
export async function stopAll(containers: ReadonlyMap<string, DockerContainer>, members: Workload[]): Promise<void> {
  const failures: unknown[] = [];
  for (const workload of [...members].reverse()) {
    const container = containers.get(workload.name);
    if (container === undefined) continue;
    await stopAndRemove(container, workload.stop.graceSeconds).catch((error: unknown) => failures.push(error));
  }
  if (failures.length > 0) throw failures[0];
}

async function stopAndRemove(container: DockerContainer, graceSeconds: number): Promise<void> {
  try {
    if ((await container.state()).running) await container.stop(graceSeconds);
  } finally {
    await container.remove();
  }
}
