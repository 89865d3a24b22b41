import { resolve } from 'node:path';
import { type DockerInput, dockerInputSchema } from '../../../shared/contract/inputs.ts';
import type { Plan } from '../../../shared/model/plan.ts';
import { readPlan } from '../projects/store/content.ts';
import { readSettings } from '../projects/store/settings.ts';

/** Where a project's containers are. */
export interface ProjectRun {
  docker: DockerInput;
  /** The label of what the last run left there; undefined where nothing is left. */
  run: string | undefined;
}

/** The Docker host that holds what is left of the last run, else the one that the project has chosen. */
export async function readProjectRun(directory: string): Promise<ProjectRun> {
  const { kept, docker } = await readSettings(resolve(directory));
  return { docker: kept?.docker ?? docker ?? dockerInputSchema.parse({}), run: kept?.run };
}

/** What the plan says of a workload; undefined where it does not know it, or cannot be read just now. */
export async function plannedWorkload(
  directory: string,
  workload: string,
): Promise<Plan['workloads'][number] | undefined> {
  const plan = await readPlan(resolve(directory)).catch(() => undefined);
  return plan?.workloads.find(({ name }) => name === workload);
}
