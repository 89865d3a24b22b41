import type { VerifyInput } from '../../../shared/contract/inputs.ts';
import type { Pod } from '../../../shared/model/plan.ts';
import type { MigrationResult, WorkloadParity } from '../../../shared/model/result.ts';
import { requirePayloads } from '../bundle/absent-payloads.ts';
import type { DockerHost } from '../docker/docker-host.ts';
import type { JobContext } from '../job-context.ts';
import { scan } from '../probes/scan.ts';
import { buildWorkload } from './build-workload.ts';
import { type Cleanup, withCleanup } from './cleanup.ts';
import type { BuiltImage } from './migrate-pod.ts';
import { type OpenedBundle, openBundle } from './open-bundle.ts';
import { openDocker } from './open-docker.ts';
import { openServer } from './open-server.ts';
import { provePod } from './prove-pod.ts';
import { warningsOf, workloadResults } from './results.ts';
import { newRun, type Site, tellRun } from './site.ts';
import { unbuiltReason } from './unbuilt-reason.ts';

interface Verified {
  images: Map<string, BuiltImage>;
  parity: WorkloadParity[];
  ports: Map<string, Map<string, number>>;
}

/** Builds and runs what a bundle says and compares it with the server, where one is given. Changes nothing in it. */
export function verify(input: VerifyInput, job: JobContext): Promise<MigrationResult> {
  return withCleanup(async (cleanup) => {
    const bundle = await openBundle(input.directory);
    await requirePayloads(input.directory, bundle.plan);
    const docker = await openDocker(input.docker, job);
    cleanup.defer(() => docker.close());
    const site = await openSite(input, docker, cleanup, job);
    tellRun(site.run, docker, job);
    let finished = false;
    cleanup.defer(async () => {
      if (!(finished && input.keep)) await docker.removeRun(site.run);
      if (!finished) await docker.removeImages([...site.made]);
    });

    const verified: Verified = { images: new Map(), parity: [], ports: new Map() };
    for (const pod of bundle.plan.pods) await verifyPodOf(site, bundle, pod, verified, input.keep, job);
    finished = true;
    return {
      bundle: input.directory,
      workloads: await workloadResults({ ...bundle, ...verified }, docker, job),
      ...warningsOf(site.server?.facts),
    };
  });
}

async function openSite(input: VerifyInput, docker: DockerHost, cleanup: Cleanup, job: JobContext): Promise<Site> {
  const site: Site = { run: newRun(), root: input.directory, docker, made: new Set() };
  if (input.against === undefined) return site;
  const server = await openServer(input.against, cleanup, job);
  return { ...site, server: { ...server, facts: await scan(server.host, job) } };
}

async function verifyPodOf(
  site: Site,
  bundle: OpenedBundle,
  pod: Pod,
  verified: Verified,
  keep: boolean,
  job: JobContext,
): Promise<void> {
  const tags = new Map<string, string>();
  for (const workload of bundle.plan.workloads.filter(({ name }) => pod.workloads.includes(name))) {
    const built = await buildWorkload(site, bundle.plan, workload, job);
    if (built.kind === 'failed') {
      const reasons = [unbuiltReason(built)];
      verified.parity.push({ workload: workload.name, verdict: 'failed', reasons, checks: [] });
      continue;
    }
    tags.set(workload.name, built.tag);
    verified.images.set(workload.name, { tag: built.tag, id: built.imageId, sizeBytes: built.sizeBytes });
  }
  if (tags.size < pod.workloads.length) return;
  const proven = await provePod(site, { ...bundle, pod, images: tags }, keep, job);
  verified.parity.push(...proven.parity);
  for (const [name, ports] of proven.ports) verified.ports.set(name, ports);
}
