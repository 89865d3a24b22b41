import type { Choices } from '../../../shared/contract/inputs.ts';
import type { JobContext } from '../job-context.ts';
import { decide } from '../jobs/decide.ts';
import { type Regenerated, regenerate } from './regenerate/regenerate.ts';
import { requireIdle } from './store/busy.ts';
import { requireFacts } from './store/scans.ts';
import { withProject } from './store/with-project.ts';

/** Plans anew from the facts at hand, without the server. */
export async function decideProject(
  { directory, choices }: { directory: string; choices: Choices },
  job: JobContext,
): Promise<Regenerated> {
  requireIdle(directory);
  return withProject(directory, async (root) => {
    const { plan } = await decide(await requireFacts(root), choices, undefined, job);
    return regenerate(root, plan);
  });
}
