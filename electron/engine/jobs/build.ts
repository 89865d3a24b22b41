import type { BuildInput } from '../../../shared/contract/inputs.ts';
import type { MigrationResult, WorkloadParity } from '../../../shared/model/result.ts';
import { sentence } from '../../../shared/text/sentence.ts';
import { absentPayloads, notHere } from '../bundle/absent-payloads.ts';
import type { JobContext } from '../job-context.ts';
import { buildWorkload } from './build-workload.ts';
import { withCleanup } from './cleanup.ts';
import type { BuiltImage } from './migrate-pod.ts';
import { openBundle } from './open-bundle.ts';
import { openDocker } from './open-docker.ts';
import { refetchPayloads } from './refetch-payloads.ts';
import { workloadResults } from './results.ts';
import { newRun, type Site } from './site.ts';

/**
 * Builds what a bundle says, edited or not, with the payloads that Git could not take fetched from the server again where
 * it is named. An image that cannot be built is a result.
 */
export function build(input: BuildInput, job: JobContext): Promise<MigrationResult> {
  return withCleanup(async (cleanup) => {
    const bundle = await openBundle(input.directory);
    const { directory, from } = input;
    const absent = await absentPayloads(directory, bundle.plan);
    if (absent[0] !== undefined && from === undefined) throw notHere(directory, absent[0], bundle.plan);
    const docker = await openDocker(input.docker, job);
    cleanup.defer(() => docker.close());
    if (absent.length > 0 && from !== undefined) {
      await refetchPayloads({ ...bundle, directory, docker, from }, absent, cleanup, job);
    }
    const site: Site = { run: newRun(), root: input.directory, docker, made: new Set() };
    let finished = false;
    cleanup.defer(() => (finished ? undefined : docker.removeImages([...site.made])));

    const images = new Map<string, BuiltImage>();
    const parity: WorkloadParity[] = [];
    for (const workload of bundle.plan.workloads) {
      const built = await buildWorkload(site, bundle.plan, workload, job);
      if (built.kind === 'built') {
        images.set(workload.name, { tag: built.tag, id: built.imageId, sizeBytes: built.sizeBytes });
      }
      parity.push({
        workload: workload.name,
        verdict: built.kind === 'built' ? 'skipped' : 'failed',
        reasons: built.kind === 'built' ? [sentence`Built; not run.`] : [`${built.instruction}: ${built.message}`],
        checks: [],
      });
    }
    finished = true;
    const outcome = { ...bundle, images, parity, ports: new Map() };
    return { bundle: input.directory, workloads: await workloadResults(outcome, docker, job) };
  });
}
