import type { EvidenceEntry } from '../../../shared/model/evidence.ts';
import { requireWorkloadName } from '../generate/plan-checks.ts';
import { readFetched, readSurveyed } from './store/content.ts';
import { withProject } from './store/with-project.ts';

/** What the last survey or run found for a workload; a run removes the surveys before it. */
export function evidenceOfWorkload(input: { directory: string; workload: string }): Promise<EvidenceEntry[]> {
  const workload = requireWorkloadName(input.workload);
  return withProject(input.directory, async (root) => {
    const evidence = (await readSurveyed(root, workload)) ?? (await readFetched(root, workload));
    return evidence?.entries ?? [];
  });
}
