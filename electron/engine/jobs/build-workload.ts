import type { Plan, Workload } from '../../../shared/model/plan.ts';
import type { BuildOutcome } from '../docker/docker-host.ts';
import type { JobContext } from '../job-context.ts';
import { buildContext, hashBuildContext } from './build-context.ts';
import { type Site, workloadFolder } from './site.ts';

export type BuiltWorkload = BuildOutcome & { tag: string };

/** Builds a workload's folder; the tag is made of the context's hash, so that the same folder has the same tag. */
export async function buildWorkload(
  site: Site,
  plan: Plan,
  workload: Workload,
  job: JobContext,
): Promise<BuiltWorkload> {
  if (workload.strategy !== 'scratch') {
    await site.docker.ensureImage(workload.base.image, plan.server.architecture, job);
  }
  job.emit({ type: 'progress', step: 'build', workload: workload.name, done: 0, unit: 'steps' });
  const folder = workloadFolder(site, workload.name);
  const tag = `slipway/${workload.name}:${(await hashBuildContext(folder)).slice(0, 12)}`;
  // Nothing of this run stands in the image: the same folder gives the same image wherever the builder allows it.
  const labels = { slipway: tag, 'slipway.workload': workload.name };
  const outcome = await site.docker.build({ workload: workload.name, context: buildContext(folder), tag, labels }, job);
  if (outcome.kind === 'built' && outcome.fresh) {
    site.made.add(outcome.imageId);
    await site.noteImage?.(outcome.imageId);
  }
  return { ...outcome, tag };
}
