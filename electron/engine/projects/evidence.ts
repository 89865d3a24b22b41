import { inParts } from '../../../shared/contract/in-parts.ts';
import { requireWorkloadName } from '../generate/plan-checks.ts';
import { readFetched, readSurveyed } from './store/content.ts';
import { lookAtProject } from './store/with-project.ts';

/** What the last survey or run found for a workload, part by part; a run removes the surveys before it. */
export async function* evidenceOfWorkload(input: { directory: string; workload: string }) {
  const workload = requireWorkloadName(input.workload);
  const evidence = await lookAtProject(
    input.directory,
    async (root) => (await readSurveyed(root, workload)) ?? (await readFetched(root, workload)),
  );
  yield* inParts(evidence?.entries ?? []);
}
