import type { Plan } from '../../../shared/model/plan.ts';
import { type Regenerated, regenerate } from './regenerate/regenerate.ts';
import { requireIdle } from './store/busy.ts';
import { withProject } from './store/with-project.ts';

/** Saves a changed plan and what follows from it. Rejects with `bundle.invalid` where it makes no sense. */
export async function savePlan({ directory, plan }: { directory: string; plan: Plan }): Promise<Regenerated> {
  requireIdle(directory);
  return withProject(directory, (root) => regenerate(root, plan));
}
