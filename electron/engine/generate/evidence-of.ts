import type { WorkloadEvidence } from '../../../shared/model/evidence.ts';
import type { Workload } from '../../../shared/model/plan.ts';

/** A workload's evidence; empty where its files were not collected yet. */
export function evidenceOf(evidence: ReadonlyMap<string, WorkloadEvidence>, workload: Workload): WorkloadEvidence {
  const { name, base } = workload;
  const none = { workload: name, base: { image: base.image, digest: '' }, entries: [], missingLibraries: [] };
  return evidence.get(name) ?? none;
}
