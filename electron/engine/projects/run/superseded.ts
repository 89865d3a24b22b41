import { toSlipwayError } from '../../../../shared/errors.ts';
import type { MigrationResult } from '../../../../shared/model/result.ts';
import { sentence } from '../../../../shared/text/sentence.ts';
import type { DockerHost } from '../../docker/docker-host.ts';
import type { JobContext } from '../../job-context.ts';

/** Images of the run before that this one has replaced with others that work. */
export function supersededImages(before: MigrationResult | undefined, after: MigrationResult): string[] {
  const kept = new Set(after.workloads.map(({ imageId }) => imageId));
  const replaced = new Set(
    after.workloads
      .filter(({ imageId, verdict }) => imageId !== undefined && verdict !== 'failed')
      .map(({ name }) => name),
  );
  const earlier = (before?.workloads ?? []).filter(({ name }) => replaced.has(name));
  return earlier.flatMap(({ imageId }) => (imageId === undefined || kept.has(imageId) ? [] : [imageId]));
}

/** Removes them where nobody uses them, and says so. What cannot be removed is no reason for a run to fail. */
export async function removeSuperseded(
  before: MigrationResult | undefined,
  after: MigrationResult,
  docker: Pick<DockerHost, 'removeUnused'>,
  job: JobContext,
): Promise<void> {
  try {
    const removed = await docker.removeUnused(supersededImages(before, after));
    if (removed.length === 0) return;
    const text = sentence`Removed images of the run before, which this one replaces: ${removed.join(', ')}`;
    job.emit({ type: 'log', step: 'bundle', text });
  } catch (error) {
    const text = sentence`Images of the run before stay on the Docker host: ${toSlipwayError(error).message}`;
    job.emit({ type: 'warning', step: 'bundle', text });
  }
}
