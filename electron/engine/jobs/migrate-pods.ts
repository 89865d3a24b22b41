import type { Plan, Pod } from '../../../shared/model/plan.ts';
import type { JobContext } from '../job-context.ts';
import { type MigratedPod, migratePod } from './migrate-pod.ts';
import type { Workshop } from './site.ts';

/** What became of the pods together. */
export type Migrated = MigratedPod;

/** Pods one after the other, each with the plan as the repairs of those before it left it. */
export async function migratePods(
  site: Workshop,
  planned: Plan,
  pods: readonly Pod[],
  secretValues: Map<string, Map<string, string>>,
  keep: boolean,
  job: JobContext,
): Promise<Migrated> {
  const all: Migrated = {
    plan: planned,
    evidence: new Map(),
    images: new Map(),
    parity: [],
    ports: new Map(),
    secretValues: new Map(),
  };
  for (const pod of pods) {
    const one = await migratePod(site, all.plan, pod, secretValues, keep, job);
    all.plan = one.plan;
    for (const [name, evidence] of one.evidence) all.evidence.set(name, evidence);
    for (const [name, image] of one.images) all.images.set(name, image);
    for (const [name, ports] of one.ports) all.ports.set(name, ports);
    for (const [name, values] of one.secretValues) all.secretValues.set(name, values);
    all.parity.push(...one.parity);
  }
  return all;
}
