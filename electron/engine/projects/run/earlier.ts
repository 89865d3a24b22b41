import type { WorkloadEvidence } from '../../../../shared/model/evidence.ts';
import type { Plan, Pod } from '../../../../shared/model/plan.ts';
import type { WorkloadParity, WorkloadResult } from '../../../../shared/model/result.ts';
import { readFetched, readParity } from '../store/content.ts';
import { readResult } from '../store/result.ts';

/** What is known of the workloads that this run left alone. */
export interface Earlier {
  evidence: Map<string, WorkloadEvidence>;
  images: Map<string, { tag: string; id: string }>;
  parity: WorkloadParity[];
  results: WorkloadResult[];
}

/** Their containers are gone with the run that made them, and with those their ports. */
export async function earlierRuns(root: string, plan: Plan, pods: readonly Pod[]): Promise<Earlier> {
  const names = new Set(plan.workloads.map(({ name }) => name));
  for (const name of pods.flatMap((pod) => pod.workloads)) names.delete(name);
  const kept = (await readResult(root))?.result.workloads.filter(({ name }) => names.has(name)) ?? [];
  const evidence = new Map<string, WorkloadEvidence>();
  for (const name of names) {
    const fetched = await readFetched(root, name);
    if (fetched !== undefined) evidence.set(name, fetched);
  }
  return {
    evidence,
    images: new Map(kept.flatMap(({ name, image: tag, imageId: id }) => (tag && id ? [[name, { tag, id }]] : []))),
    parity: (await readParity(root))?.workloads.filter(({ workload }) => names.has(workload)) ?? [],
    results: kept.map((result) => ({ ...result, ports: result.ports.map(({ host: _gone, ...port }) => port) })),
  };
}
