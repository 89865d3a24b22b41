import { createHash } from 'node:crypto';
import type { WorkloadEvidence } from '../../../../shared/model/evidence.ts';
import type { Facts } from '../../../../shared/model/facts.ts';
import type { Plan, Workload } from '../../../../shared/model/plan.ts';
import type { ParityReport } from '../../../../shared/model/result.ts';
import { evidenceFile, workloadDirectory } from '../../bundle/layout.ts';
import { serialisePlan } from '../../bundle/plan-file.ts';
import { generateBundle } from '../../generate/bundle-files.ts';
import { evidenceOf } from '../../generate/evidence-of.ts';
import type { GeneratedFile } from '../../generate/generated-file.ts';
import { generateWorkload } from '../../generate/workload-files.ts';

/** What a project's files follow from. */
export interface ProjectContent {
  plan: Plan;
  /** What was fetched, else what was surveyed, by workload. */
  evidence: Map<string, WorkloadEvidence>;
  images: Map<string, { tag: string; id: string }>;
  /** The bill of materials needs the server's packages. */
  packages: Facts['packages'] | undefined;
  parity: ParityReport | undefined;
}

/**
 * All generated files of a project by their paths, those of its workloads included. What lies in `workloads/` from the
 * server, and evidence.json, which says so, are not among them.
 */
export function projectFiles(content: ProjectContent): Map<string, GeneratedFile> {
  const { plan, evidence, images, packages, parity } = content;
  const files = generateBundle({
    plan,
    evidence,
    images,
    packages: packages ?? [],
    ...(parity === undefined ? {} : { parity }),
  });
  if (packages === undefined) files.delete('sbom.cdx.json');
  for (const workload of plan.workloads) {
    const own = generateWorkload({ plan, workload, evidence: evidenceOf(evidence, workload) });
    for (const [path, file] of own) files.set(`${workloadDirectory(workload.name)}/${path}`, file);
    files.delete(evidenceFile(workload.name));
  }
  return files;
}

/** Whether evidence says anything of a workload: what was seen for another base image or strategy does not. */
export function fitsEvidence(workload: Workload, { base, entries }: WorkloadEvidence): boolean {
  const isScratch = workload.strategy === 'scratch';
  const wasScratch = base.digest === '';
  if (isScratch || wasScratch) return isScratch === wasScratch;
  const installs = entries.some(({ place }) => place === 'package');
  return base.image === workload.base.image && (!installs || workload.strategy === 'packages');
}

/** Tells plans apart. */
export function hashPlan(plan: Plan): string {
  return createHash('sha256').update(serialisePlan(plan)).digest('hex');
}
